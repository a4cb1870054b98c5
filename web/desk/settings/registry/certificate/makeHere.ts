// First: the X.509 library's dependency injection reads decorator metadata when it is loaded.
import 'reflect-metadata'
import { PemConverter, Pkcs10CertificateRequestGenerator } from '@peculiar/x509'
import { strToU8, zipSync } from 'fflate'
import type { EnrolledDevice, MadeCertificate } from '../../../../../shared/contract/registry/certificates.ts'
import { api } from '../../../../data/api.ts'
import type { Answer } from '../../../../data/request.ts'
import { readmeText } from './readmeText.ts'

/** What every device of today can do, and AWS IoT takes. */
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** A certificate with its key, in one file. */
export type HeldCertificate = { readonly id: string; readonly file: Blob }

/**
 * Makes a key in this browser and has a certificate made for it. The key is in the file that comes back and nowhere else:
 * only the request for the certificate goes over the network.
 */
export const makeHere = async (device: EnrolledDevice): Promise<Answer<HeldCertificate>> => {
	const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
	const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), PemConverter.PrivateKeyTag)
	const name = [{ CN: [device.id] }]
	const request = await Pkcs10CertificateRequestGenerator.create({ name, keys, signingAlgorithm: algorithm })
	const answer = await api<MadeCertificate>(`/api/devices/${encodeURIComponent(device.id)}/certificates`, {
		method: 'POST',
		body: { csr: request.toString('pem') },
	})
	if (answer.is !== 'ready') return answer
	const { id, certificate, broker } = answer.value
	const files = {
		'README.txt': readmeText(device, id, broker),
		'ca.pem': broker.ca,
		'certificate.pem': certificate,
		'key.pem': `${key}\n`,
	}
	const zip = zipSync(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, strToU8(text)])))
	return { ...answer, value: { id, file: new Blob([zip], { type: 'application/zip' }) } }
}
