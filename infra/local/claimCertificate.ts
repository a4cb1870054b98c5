import { join } from 'node:path'
import type { CertificateAuthority } from './iot/certificateAuthority.ts'
import { readIfPresent, usingFolder } from './iot/dataFolder.ts'
import { writeDeviceFiles } from './iot/deviceFiles.ts'
import type { LooseCertificates } from './iot/looseCertificates.ts'
import type { Certificates } from './provisionDevice.ts'

/** Where the claim certificate lies, by which devices fetch their own. */
export const claimFilesOf = (dataFolder: string): Certificates => {
	const folder = join(dataFolder, 'claim')
	return { folder, cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem'), ca: join(folder, 'ca.pem') }
}

/** Makes the claim certificate with its policy, unless there is one. */
export const ensureClaimCertificate = (
	dataFolder: string,
	authority: CertificateAuthority,
	certificates: LooseCertificates,
	policy: string,
): Promise<Certificates> =>
	usingFolder(dataFolder, async () => {
		const files = claimFilesOf(dataFolder)
		if ((await readIfPresent(files.cert)) !== undefined) return files
		const issued = await authority.issueNamelessCertificate()
		const { certificateId: id, madeAt } = issued
		await certificates.put({ id, status: 'ACTIVE', madeAt, policies: [policy] })
		await writeDeviceFiles(files.folder, issued)
		return files
	})
