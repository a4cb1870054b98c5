import { join } from 'node:path'
import type { DeviceCertificate } from './certificateAuthority.ts'
import { usingFolder, writeAtomically } from './dataFolder.ts'

export type DeviceFiles = { readonly certificate: string; readonly privateKey: string; readonly ca: string }

/** Writes what a device needs to connect, `cert.pem`, `key.pem` (readable by its owner only) and `ca.pem`. */
export const writeDeviceFiles = (
	folder: string,
	{ certificatePem, privateKeyPem, caPem }: DeviceCertificate,
): Promise<DeviceFiles> =>
	usingFolder(folder, async () => {
		const files = {
			certificate: join(folder, 'cert.pem'),
			privateKey: join(folder, 'key.pem'),
			ca: join(folder, 'ca.pem'),
		}
		await writeAtomically(files.privateKey, privateKeyPem, 0o600)
		await writeAtomically(files.certificate, certificatePem)
		await writeAtomically(files.ca, caPem)
		return files
	})
