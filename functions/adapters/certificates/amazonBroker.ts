import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import type { Broker } from '../../../shared/contract/registry/certificates.ts'

/** Of RSA and of elliptic curves: https://docs.aws.amazon.com/iot/latest/developerguide/server-authentication.html */
const ROOTS = ['Amazon Root CA 1', 'Amazon Root CA 3']

/**
 * AWS IoT's broker for devices, by the account's data endpoint, with the roots of Amazon Trust Services as Node.js has
 * them. @throws where it no longer has them
 */
export function amazonBroker(host: string): Broker {
	const roots = rootCertificates.filter((pem) => ROOTS.some((name) => isOf(pem, name)))
	if (roots.length !== ROOTS.length) throw new Error(`Node.js has ${roots.length} of the roots ${ROOTS.join(', ')}`)
	return { host, port: 8883, ca: `${roots.join('\n')}\n` }
}

const isOf = (pem: string, name: string): boolean => new X509Certificate(pem).subject.split('\n').includes(`CN=${name}`)
