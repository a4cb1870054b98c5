import { createPrivateKey, X509Certificate } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StartError } from '../startError.ts'
import { codeOf, readIfPresent, usingFolder, writeAtomically } from './dataFolder.ts'
import { ThingName } from './thing.ts'
import { certificateIdOf, certifyRequest, type Issued, type Issuer, issue, readIssuer } from './x509.ts'

/** As AWS IoT's own device certificates: a sensor in the field is not visited to renew one. */
const lastDay = new Date('2049-12-31T23:59:59Z')
const day = 86_400_000
const serverDays = 397
const renewDays = 30

/** A certificate of a device; its key may be elsewhere. */
export type Certified = {
	readonly certificatePem: string
	/** SHA-256 of the certificate's DER form, in hexadecimal, as in AWS IoT. */
	readonly certificateId: string
	readonly madeAt: string
}

export type DeviceCertificate = Issued & Certified & { readonly caPem: string }

export type CertificateAuthority = {
	readonly caPem: string
	/** The broker's certificate for localhost, 127.0.0.1 and ::1; a new one when the old one has 30 days left or less. */
	serverCertificate(): Promise<Issued>
	/** A new key and certificate with the thing's name as common name. Nothing is registered or written. */
	issueDeviceCertificate(thingName: string): Promise<DeviceCertificate>
	/** The same under the common name that AWS IoT gives what it makes itself: it says nothing about the thing. */
	issueNamelessCertificate(): Promise<DeviceCertificate>
	/** A certificate for a key that is elsewhere; undefined for what is no request that was signed with its key. */
	certifyRequest(csrPem: string): Promise<Certified | undefined>
}

/**
 * Opens the CA under `<dataDir>/iot/ca`, making it at the first start. Safe to be opened by several processes at once:
 * the broker, and the command that adds a device.
 * @throws StartError where the folder cannot be used or the CA in it is incomplete.
 */
export const openCertificateAuthority = (dataDir: string, now = () => new Date()): Promise<CertificateAuthority> =>
	usingFolder(dataDir, async () => {
		const folder = join(dataDir, 'iot', 'ca')
		const files = (await readPair(folder, 'ca')) ?? (await createAuthority(folder, now()))
		const issuer = await readAuthority(folder, files)
		const issueFor = async (commonName: string): Promise<DeviceCertificate> => {
			const issued = await issue({ commonName, use: 'client', notAfter: lastDay }, issuer, now())
			return { ...issued, ...certified(issued.certificatePem), caPem: files.certificatePem }
		}
		const certified = (certificatePem: string): Certified => ({
			certificatePem,
			certificateId: certificateIdOf(new X509Certificate(certificatePem).raw),
			madeAt: now().toISOString(),
		})
		return {
			caPem: files.certificatePem,
			serverCertificate: () =>
				usingFolder(dataDir, () => serverCertificate(join(dataDir, 'iot', 'server'), issuer, now())),
			issueDeviceCertificate: async (thingName) => issueFor(ThingName.parse(thingName)),
			issueNamelessCertificate: () => issueFor('AWS IoT Certificate'),
			certifyRequest: async (csrPem) => {
				const certificatePem = await certifyRequest(csrPem, lastDay, issuer, now())
				return certificatePem === undefined ? undefined : certified(certificatePem)
			},
		}
	})

/** Made aside and moved into place as one folder, so that two first starts at once end with one CA. */
const createAuthority = async (folder: string, now: Date): Promise<Issued> => {
	await mkdir(dirname(folder), { recursive: true })
	const made = await mkdtemp(`${folder}-`)
	const commonName = 'Green Courtyard local CA'
	await writePair(made, 'ca', await issue({ commonName, use: 'authority', notAfter: lastDay }, undefined, now))
	await chmod(made, 0o755)
	try {
		await rename(made, folder)
	} catch (fault) {
		if (codeOf(fault) !== 'ENOTEMPTY' && codeOf(fault) !== 'EEXIST') throw fault
		await rm(made, { recursive: true })
	}
	return (await readPair(folder, 'ca')) ?? incomplete(folder)
}

const readAuthority = async (folder: string, files: Issued): Promise<Issuer> => {
	try {
		return await readIssuer(files)
	} catch {
		return incomplete(folder)
	}
}

const incomplete = (folder: string): never => {
	throw new StartError({
		message: `The certificate authority in ${folder} is incomplete or damaged (it needs ca.pem and ca.key).`,
		remedy: `Restore the folder from a backup, or remove it and add every device again: their certificates depend on it.`,
	})
}

const serverCertificate = async (folder: string, issuer: Issuer, now: Date): Promise<Issued> => {
	const present = await readPair(folder, 'server').catch(() => undefined)
	if (present && isUsable(present, issuer, now)) return present
	const names = [
		{ type: 'dns', value: 'localhost' },
		{ type: 'ip', value: '127.0.0.1' },
		{ type: 'ip', value: '::1' },
	] as const
	const notAfter = new Date(now.getTime() + serverDays * day)
	const issued = await issue({ commonName: 'localhost', use: 'server', names, notAfter }, issuer, now)
	await writePair(folder, 'server', issued)
	return issued
}

const isUsable = ({ certificatePem, privateKeyPem }: Issued, issuer: Issuer, now: Date): boolean => {
	try {
		const certificate = new X509Certificate(certificatePem)
		const authority = new X509Certificate(issuer.certificate.toString('pem'))
		return (
			certificate.verify(authority.publicKey) &&
			certificate.checkPrivateKey(createPrivateKey(privateKeyPem)) &&
			Date.parse(certificate.validTo) > now.getTime() + renewDays * day
		)
	} catch {
		return false
	}
}

const readPair = async (folder: string, name: string): Promise<Issued | undefined> => {
	const certificatePem = await readIfPresent(join(folder, `${name}.pem`))
	const privateKeyPem = await readIfPresent(join(folder, `${name}.key`))
	if (certificatePem === undefined && privateKeyPem === undefined) return undefined
	return { certificatePem: certificatePem ?? incomplete(folder), privateKeyPem: privateKeyPem ?? incomplete(folder) }
}

const writePair = async (folder: string, name: string, { certificatePem, privateKeyPem }: Issued): Promise<void> => {
	await writeAtomically(join(folder, `${name}.key`), privateKeyPem, 0o600)
	await writeAtomically(join(folder, `${name}.pem`), certificatePem)
}
