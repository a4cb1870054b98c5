import { join } from 'node:path'
import type { DeviceKind } from '../../shared/contract/telemetry/measurand.ts'
import type { CertificateAuthority } from './iot/certificateAuthority.ts'
import { usingFolder } from './iot/dataFolder.ts'
import { writeDeviceFiles } from './iot/deviceFiles.ts'
import type { Thing } from './iot/thing.ts'
import type { ThingRegistry } from './iot/thingRegistry.ts'

export interface Provisioner {
	readonly dataFolder: string
	readonly authority: CertificateAuthority
	readonly things: ThingRegistry
	/** Names of the policies of the template. */
	readonly policies: { readonly device: string; readonly display: string }
}

export interface ProvisionedDevice {
	readonly id: string
	readonly kind: DeviceKind
	readonly courtyard: string
	/** By which it fetches its certificate itself. */
	readonly serial?: string | undefined
}

export interface Certificates {
	readonly folder: string
	readonly cert: string
	readonly key: string
	readonly ca: string
}

/** Where the certificates of a device lie. */
export const certificatesOf = (dataFolder: string, id: string): Certificates => {
	const folder = join(dataFolder, 'devices', id)
	return { folder, cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem'), ca: join(folder, 'ca.pem') }
}

/** The thing that a device of the registry is, with the policy of its kind. */
export const thingOf = (
	{ id, kind, courtyard }: ProvisionedDevice,
	certificates: Thing['certificates'],
	policies: Provisioner['policies'],
): Thing => ({
	name: id,
	attributes: { courtyard, kind },
	certificates,
	policies: [kind === 'display' ? policies.display : policies.device],
})

/**
 * Makes the device a thing with the policy of its kind, and gives it a certificate unless it has one: a device in the
 * field must not lose its key because it was registered again, nor get a second one beside the one it fetches itself.
 * Throws a StartError if the data folder cannot be used.
 */
export const provisionDevice = (
	{ dataFolder, authority, things, policies }: Provisioner,
	device: ProvisionedDevice,
): Promise<Certificates> =>
	usingFolder(dataFolder, async () => {
		const files = certificatesOf(dataFolder, device.id)
		const known = (await things.get(device.id))?.certificates ?? []
		const made =
			known.length === 0 && device.serial === undefined ? [await newCertificate(authority, device.id, files)] : []
		await things.update(device.id, (thing) =>
			thing || made.length > 0 ? thingOf(device, [...(thing?.certificates ?? []), ...made], policies) : undefined,
		)
		return files
	})

const newCertificate = async (authority: CertificateAuthority, id: string, { folder }: Certificates) => {
	const issued = await authority.issueDeviceCertificate(id)
	await writeDeviceFiles(folder, issued)
	return { id: issued.certificateId, status: 'ACTIVE' as const, madeAt: issued.madeAt }
}
