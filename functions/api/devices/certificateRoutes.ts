import {
	DeviceCertificate,
	DeviceCertificates,
	MadeCertificate,
	NewCertificate,
} from '../../../shared/contract/registry/certificates.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { listCertificates, makeCertificate, revokeCertificate } from './certificates.ts'

/** The certificates by which a device connects: whoever can make one can speak in its name. */
export const certificateRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/devices/:id/certificates',
		roles: ['admin'],
		summary: { zh: '设备的证书', en: 'Certificates of a device' },
		response: DeviceCertificates,
		run: ({ params }) => listCertificates(ports, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/devices/:id/certificates',
		roles: ['admin'],
		summary: { zh: '生成设备证书', en: 'Make a certificate for a device' },
		description: {
			zh: '提交 PKCS#10 请求（PEM），名称（CN）须为设备编号；密钥为 P-256、P-384、P-521 或不少于 2048 位的 RSA。私钥留在您手里，不要提交。每台设备最多两份有效证书。',
			en: 'Takes a PKCS#10 request (PEM) whose common name is the id of the device, with a key of P-256, P-384, P-521 or of RSA with 2048 bits or more. The private key stays with you. A device has two active certificates at most.',
		},
		body: NewCertificate,
		response: MadeCertificate,
		statuses: [201],
		run: ({ viewer, params, body }) => makeCertificate(ports, viewer, params.id ?? '', body),
	}),
	route({
		method: 'DELETE',
		path: '/api/devices/:id/certificates/:certificate',
		roles: ['admin'],
		summary: { zh: '吊销设备证书', en: 'Revoke a certificate of a device' },
		description: {
			zh: '吊销后不能恢复；用它建立的连接会被断开',
			en: 'For ever; a connection that was made with it is cut.',
		},
		response: DeviceCertificate,
		run: ({ viewer, params }) => revokeCertificate(ports, viewer, params.id ?? '', params.certificate ?? ''),
	}),
]
