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
	SubjectAlternativeNameExtension,
	SubjectKeyIdentifierExtension,
	X509Certificate,
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
	const certificate = await X509CertificateGenerator.create({
		subject,
		issuer: issuer ? issuer.certificate.subjectName : subject,
		// A device's clock may be behind this machine's.
		notBefore: new Date(now.getTime() - hour),
		notAfter: profile.notAfter,
		publicKey: keys.publicKey,
		signingKey: issuer ? issuer.key : keys.privateKey,
		signingAlgorithm: algorithm,
		extensions: [
			...usage(profile),
			await SubjectKeyIdentifierExtension.create(keys.publicKey),
			await AuthorityKeyIdentifierExtension.create(issuer ? issuer.certificate.publicKey : keys.publicKey),
		],
	})
	const privateKey = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
	return {
		certificatePem: `${certificate.toString('pem')}\n`,
		privateKeyPem: `${PemConverter.encode(privateKey, PemConverter.PrivateKeyTag)}\n`,
	}
}

const usage = ({ use, names }: Profile): Extension[] => {
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
