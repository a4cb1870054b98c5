import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { PemConverter, Pkcs10CertificateRequestGenerator } from '@peculiar/x509'

const p256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
type Keys = { readonly publicKey: webcrypto.CryptoKey; readonly privateKey: webcrypto.CryptoKey }

const keysOf = (algorithm: webcrypto.EcKeyGenParams | webcrypto.RsaHashedKeyGenParams): Promise<Keys> =>
	webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])

/** An RSA key for signatures. */
export const rsaKeys = (modulusLength: number): Promise<Keys> =>
	keysOf({
		...{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
		...{ modulusLength, publicExponent: new Uint8Array([1, 0, 1]) },
	})
export const ecKeys = (namedCurve = 'P-256'): Promise<Keys> => keysOf({ ...p256, namedCurve })

/** A request for a certificate, PEM, whose subject is `CN=` and the name unless it is another. */
export async function requestOf(
	name: string,
	{ keys, subject = `CN=${name}` }: { keys?: Keys; subject?: string } = {},
): Promise<string> {
	const used = keys ?? (await ecKeys())
	const { name: kind } = used.privateKey.algorithm
	const signingAlgorithm = kind === 'ECDSA' ? p256 : { name: kind, hash: 'SHA-256' }
	const request = await Pkcs10CertificateRequestGenerator.create({ name: subject, keys: used, signingAlgorithm })
	return request.toString('pem')
}

/** The private key of a pair, PEM. */
export const pemOf = async ({ privateKey }: Keys): Promise<string> =>
	PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', privateKey), PemConverter.PrivateKeyTag)
