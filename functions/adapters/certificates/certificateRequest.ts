// First: the X.509 library's dependency injection reads decorator metadata when it is loaded.
import 'reflect-metadata'
import { Pkcs10CertificateRequest } from '@peculiar/x509'
import type { CertificateRequest, ReadCertificateRequest } from '../../../shared/ports/certificates.ts'

const PEM =
	/^\s*-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----[A-Za-z0-9+/=\s]+-----END (?:NEW )?CERTIFICATE REQUEST-----\s*$/

/** Reads a PKCS#10 request (RFC 2986) in PEM and checks its signature. */
export const readCertificateRequest: ReadCertificateRequest = async (pem) => {
	if (!PEM.test(pem)) return undefined
	let request: Pkcs10CertificateRequest
	try {
		request = new Pkcs10CertificateRequest(pem)
	} catch {
		return undefined
	}
	const { publicKey, subjectName } = request
	return {
		commonNames: subjectName.getField('CN'),
		key: keyOf(publicKey.algorithm),
		isSigned: await request.verify().catch(() => false),
	}
}

function keyOf(algorithm: object): CertificateRequest['key'] {
	if ('modulusLength' in algorithm) return { is: 'rsa', bits: Number(algorithm.modulusLength) }
	if ('namedCurve' in algorithm) return { is: 'ec', curve: String(algorithm.namedCurve) }
	return { is: 'other' }
}
