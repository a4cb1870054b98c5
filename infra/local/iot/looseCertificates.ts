import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readIfPresent, usingFolder, writeAtomically } from './dataFolder.ts'
import { LooseCertificate } from './thing.ts'

/** Certificates that are attached to no thing, one file each under `<dataDir>/iot/certificates`; read at each connect. */
export type LooseCertificates = {
	put(certificate: LooseCertificate): Promise<void>
	/** @returns undefined where there is none. @throws where its file is damaged. */
	get(id: string): Promise<LooseCertificate | undefined>
	/** Where there is one. */
	remove(id: string): Promise<void>
}

export const openLooseCertificates = (dataDir: string): LooseCertificates => {
	const fileOf = (id: string): string => join(dataDir, 'iot', 'certificates', `${id}.json`)
	return {
		put: (certificate) =>
			usingFolder(dataDir, async () => {
				const content = LooseCertificate.parse(certificate)
				await writeAtomically(fileOf(content.id), `${JSON.stringify(content, null, 2)}\n`)
			}),
		get: async (id) => {
			if (!LooseCertificate.shape.id.safeParse(id).success) return undefined
			const content = await readIfPresent(fileOf(id))
			return content === undefined ? undefined : LooseCertificate.parse(JSON.parse(content))
		},
		remove: (id) => rm(fileOf(LooseCertificate.shape.id.parse(id)), { force: true }),
	}
}
