// First: the X.509 library's dependency injection reads decorator metadata when it is loaded.
import 'reflect-metadata'
import { createHash, webcrypto } from 'node:crypto'
import {
	AuthorityKeyIdentifierExtension,
	BasicConstraintsExtension,
	ExtendedKeyUsage,
	ExtendedKeyUsageExtension,
	type Extension,
	KeyUsageFlags,
	KeyUsagesExtension,
	PemConverter,
	Pkcs10CertificateRequest,
	type PublicKeyType,
	SubjectAlternativeNameExtension,
	SubjectKeyIdentifierExtension,
	X509Certificate,
	type X509CertificateCreateParamsName,
	X509CertificateGenerator,
} from '@peculiar/x509'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const hour = 3_600_000

export type Issued = { readonly certificatePem: string; readonly privateKeyPem: string }
export type Issuer = { readonly certificate: X509Certificate; readonly key: webcrypto.CryptoKey }

export type Profile = {
	readonly commonName: string
	readonly use: 'authority' | 'server' | 'client'
	/** Server names, for `use: 'server'`. */
	readonly names?: readonly { readonly type: 'dns' | 'ip'; readonly value: string }[]
	readonly notAfter: Date
}

/** Makes a key pair (EC P-256) and its certificate, signed by `issuer` or, without one, by itself. */
export const issue = async (profile: Profile, issuer: Issuer | undefined, now: Date): Promise<Issued> => {
	const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
	const subject = [{ CN: [profile.commonName] }]
	const signer = issuer
		? { name: issuer.certificate.subjectName, publicKey: issuer.certificate.publicKey, key: issuer.key }
		: { name: subject, publicKey: keys.publicKey, key: keys.privateKey }
	const certificatePem = await certify(profile, { subject, publicKey: keys.publicKey }, signer, now)
	const privateKey = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
	return { certificatePem, privateKeyPem: `${PemConverter.encode(privateKey, PemConverter.PrivateKeyTag)}\n` }
}

/**
 * A certificate for clients by a PKCS#10 request, whose key is elsewhere: with the subject of the request, as AWS IoT does.
 * @returns PEM; undefined where it is no request, or is not signed with its own key
 */
export const certifyRequest = async (
	pem: string,
	notAfter: Date,
	{ certificate, key }: Issuer,
	now: Date,
): Promise<string | undefined> => {
	const request = readRequest(pem)
	if (request === undefined || !(await request.verify().catch(() => false))) return undefined
	const holder = { subject: request.subjectName, publicKey: request.publicKey }
	const signer = { name: certificate.subjectName, publicKey: certificate.publicKey, key }
	return certify({ use: 'client', notAfter }, holder, signer, now)
}

const readRequest = (pem: string): Pkcs10CertificateRequest | undefined => {
	try {
		return new Pkcs10CertificateRequest(pem)
	} catch {
		return undefined
	}
}

type Subject = X509CertificateCreateParamsName
type Holder = { readonly subject: Subject; readonly publicKey: PublicKeyType }
type Signer = { readonly name: Subject; readonly publicKey: PublicKeyType; readonly key: webcrypto.CryptoKey }

const certify = async (
	profile: Omit<Profile, 'commonName'>,
	{ subject, publicKey }: Holder,
	signer: Signer,
	now: Date,
): Promise<string> => {
	const certificate = await X509CertificateGenerator.create({
		subject,
		issuer: signer.name,
		// A device's clock may be behind this machine's.
		notBefore: new Date(now.getTime() - hour),
		notAfter: profile.notAfter,
		publicKey,
		signingKey: signer.key,
		signingAlgorithm: algorithm,
		extensions: [
			...usage(profile),
			await SubjectKeyIdentifierExtension.create(publicKey),
			await AuthorityKeyIdentifierExtension.create(signer.publicKey),
		],
	})
	return `${certificate.toString('pem')}\n`
}

const usage = ({ use, names }: Pick<Profile, 'use' | 'names'>): Extension[] => {
	if (use === 'authority') {
		return [
			new BasicConstraintsExtension(true, 0, true),
			new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
		]
	}
	return [
		new BasicConstraintsExtension(false, undefined, true),
		new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
		new ExtendedKeyUsageExtension([use === 'server' ? ExtendedKeyUsage.serverAuth : ExtendedKeyUsage.clientAuth]),
		...(names ? [new SubjectAlternativeNameExtension([...names])] : []),
	]
}

/** Reads an issuer back from its PEM files. */
export const readIssuer = async ({ certificatePem, privateKeyPem }: Issued): Promise<Issuer> => ({
	certificate: new X509Certificate(certificatePem),
	key: await webcrypto.subtle.importKey('pkcs8', PemConverter.decodeFirst(privateKeyPem), algorithm, false, ['sign']),
})

/** AWS IoT's certificate id: the SHA-256 of the certificate's DER form, in hexadecimal. */
export const certificateIdOf = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex')
