import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readIfPresent, usingFolder } from './iot/dataFolder.ts'
import { writeDeviceFiles } from './iot/deviceFiles.ts'
import type { Thing } from './iot/thing.ts'
import type { ThingRegistry } from './iot/thingRegistry.ts'
import {
	type Certificates,
	certificatesOf,
	type ProvisionedDevice,
	type Provisioner,
	thingOf,
} from './provisionDevice.ts'
import { StartError } from './startError.ts'

const isActive = ({ status }: Thing['certificates'][number]): boolean => status === 'ACTIVE'

/**
 * A first certificate for a device, or one after all of its were revoked. @throws StartError where it has an active one:
 * that one would go on, and nobody would know of two.
 */
export const issueCertificate = (
	{ dataFolder, authority, things, policies }: Provisioner,
	device: ProvisionedDevice,
): Promise<Certificates> =>
	usingFolder(dataFolder, async () => {
		const issued = await authority.issueDeviceCertificate(device.id)
		await things.update(device.id, (known) => {
			if (known?.certificates.some(isActive))
				throw new StartError({
					message: `${device.id} has a certificate.`,
					remedy: `\`npm run device -- rotate --id ${device.id}\` gives it another one in its place.`,
				})
			const made = { id: issued.certificateId, status: 'ACTIVE' as const, madeAt: issued.madeAt }
			return thingOf(device, [...(known?.certificates ?? []), made], policies)
		})
		await writeDeviceFiles(certificatesOf(dataFolder, device.id).folder, issued)
		return certificatesOf(dataFolder, device.id)
	})

/**
 * A new certificate in the place of those a device has. The old ones go on until the device has connected with the new
 * one; with `now` they end at once, and so does a connection that was made with one of them.
 * @returns the new files, and where the old ones lie now, if there were any
 * @throws StartError for a thing that does not exist, or has no active certificate
 */
export const rotateCertificate = (
	{ dataFolder, authority, things }: Pick<Provisioner, 'dataFolder' | 'authority' | 'things'>,
	id: string,
	now: boolean,
): Promise<{ readonly files: Certificates; readonly previous: string | undefined }> =>
	usingFolder(dataFolder, async () => {
		const files = certificatesOf(dataFolder, id)
		const issued = await authority.issueDeviceCertificate(id)
		const replacedBy = issued.certificateId
		await change(things, id, (certificates) => {
			if (!certificates.some(isActive))
				throw new StartError({
					message: `${id} has no active certificate.`,
					remedy: `\`npm run device -- certificate --id ${id}\` gives it one.`,
				})
			const old = certificates.map((certificate) =>
				isActive(certificate) ? { ...certificate, replacedBy } : certificate,
			)
			return [...old, { id: replacedBy, status: 'ACTIVE', madeAt: issued.madeAt }]
		})
		const previous = await keepPrevious(files)
		await writeDeviceFiles(files.folder, issued)
		// Last: the new key is on disk before the old one ends.
		if (now)
			await change(things, id, (certificates) =>
				certificates.map((certificate) =>
					certificate.replacedBy === replacedBy ? { ...certificate, status: 'INACTIVE' } : certificate,
				),
			)
		return { files, previous }
	})

/**
 * Revokes every certificate of a device: a connection ends at once, and no other comes about.
 * @returns how many were revoked
 * @throws StartError for a thing that does not exist
 */
export const revokeCertificates = async (things: ThingRegistry, id: string): Promise<number> => {
	let revoked = 0
	await change(things, id, (certificates) => {
		revoked = certificates.filter(({ status }) => status !== 'REVOKED').length
		return certificates.map((certificate) => ({ ...certificate, status: 'REVOKED' }))
	})
	return revoked
}

const change = async (
	things: ThingRegistry,
	id: string,
	of: (certificates: Thing['certificates']) => Thing['certificates'],
): Promise<void> => {
	await things.update(id, (thing) => {
		if (thing) return { ...thing, certificates: of(thing.certificates) }
		throw new StartError({
			message: `No thing is called ${id}.`,
			remedy:
				'`npm run device -- list` shows them; `npm run device -- certificate` makes one for a device of the registry.',
		})
	})
}

/** The device may still be using them. One that fetched its certificate itself has its files elsewhere. */
const keepPrevious = async ({ folder, cert, key }: Certificates): Promise<string | undefined> => {
	if ((await readIfPresent(cert)) === undefined) return undefined
	const previous = join(folder, 'previous')
	await mkdir(previous, { recursive: true })
	for (const [file, name] of [
		[cert, 'cert.pem'],
		[key, 'key.pem'],
	] as const)
		await copyFile(file, join(previous, name))
	return previous
}
