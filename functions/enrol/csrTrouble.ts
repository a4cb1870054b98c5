import type { CsrTrouble } from '../../shared/contract/registry/certificates.ts'
import type { CertificateRequest } from '../../shared/ports/certificates.ts'

/** Those of NIST that AWS IoT takes, and the least of RSA: https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html */
const CURVES = ['P-256', 'P-384', 'P-521']
const RSA_BITS = 2048

/** What is wrong with a request for a certificate of a device. @returns undefined where nothing is */
export function csrTrouble(request: CertificateRequest | undefined, device: string): CsrTrouble | undefined {
	if (request === undefined) return 'unreadable'
	if (!isStrong(request.key)) return 'weak-key'
	if (!request.isSigned) return 'forged'
	const [name, ...others] = request.commonNames
	return name === device && others.length === 0 ? undefined : 'other-name'
}

function isStrong(key: CertificateRequest['key']): boolean {
	switch (key.is) {
		case 'rsa':
			return key.bits >= RSA_BITS
		case 'ec':
			return CURVES.includes(key.curve)
		case 'other':
			return false
	}
}
