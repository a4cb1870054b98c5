import { badRequest, conflict, created, notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import { CertificateId, type CsrTrouble, type NewCertificate } from '../../../shared/contract/registry/certificates.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { Told } from '../../../shared/contract/text/told.ts'
import { MOST_ACTIVE } from '../../../shared/domain/registry/activeCertificates.ts'
import { signatureOf, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'

type Ports = Pick<ApiPorts, 'registry' | 'enroller'>

const csrTroubles: Readonly<Record<CsrTrouble, (device: string) => Told>> = {
	unreadable: () => ({
		zh: '应为 PEM 格式的 PKCS#10 证书请求。',
		en: 'Expected a PKCS#10 certificate request in PEM.',
	}),
	forged: () => ({
		zh: '请求的签名与其公钥不符。',
		en: 'The request is not signed with the private key that belongs to its public key.',
	}),
	'other-name': (device) => ({
		zh: `请求的名称（CN）应只有 ${device}。`,
		en: `The subject should have one common name (CN), which is ${device}.`,
	}),
	'weak-key': () => ({
		zh: '密钥应为 P-256、P-384、P-521 或不少于 2048 位的 RSA。',
		en: 'The key should be of P-256, P-384 or P-521, or of RSA with 2048 bits or more.',
	}),
}

/** The certificates that a device has and had, the newest first. */
export async function listCertificates(ports: Ports, id: string): Promise<Outcome> {
	const device = await deviceOf(ports, id)
	if (!device) return notFound({ zh: `设备“${id}”`, en: `device "${id}"` })
	const answer = await ports.enroller.ask({ do: 'list', device: device.id })
	if (answer.is !== 'listed') throw new Error(`enrol answered "${answer.is}" to a list`)
	return ok({ certificates: answer.certificates })
}

/** A certificate for a device of the registry, by a request whose private key the caller keeps. */
export async function makeCertificate(
	ports: Ports,
	viewer: Viewer,
	id: string,
	{ csr }: NewCertificate,
): Promise<Outcome> {
	const device = await deviceOf(ports, id)
	if (!device) return notFound({ zh: `设备“${id}”`, en: `device "${id}"` })
	if (device.gateway !== undefined)
		return conflict({
			zh: `这台设备由网关 ${device.gateway} 代报，不需要证书。`,
			en: `The gateway ${device.gateway} speaks for it: it needs no certificate.`,
		})
	const { kind, courtyard } = device
	const by = signatureOf(viewer)
	const answer = await ports.enroller.ask({ do: 'make', device: { id, kind, courtyard }, csr, by })
	if (answer.is === 'refused') return badRequest('csr', csrTroubles[answer.because](id))
	if (answer.is === 'enough')
		return conflict({
			zh: `这台设备已有 ${MOST_ACTIVE} 份有效证书，请先吊销一份。`,
			en: `It has ${MOST_ACTIVE} active certificates: revoke one first.`,
		})
	if (answer.is !== 'made') throw new Error(`enrol answered "${answer.is}" to a request`)
	return created(answer.made)
}

/** Ends a certificate for ever. One that is revoked already stays so. */
export async function revokeCertificate(
	ports: Ports,
	viewer: Viewer,
	id: string,
	certificate: string,
): Promise<Outcome> {
	const device = await deviceOf(ports, id)
	if (!device) return notFound({ zh: `设备“${id}”`, en: `device "${id}"` })
	const nothing = notFound({ zh: `${id} 的证书“${certificate}”`, en: `certificate "${certificate}" of ${id}` })
	if (!CertificateId.safeParse(certificate).success) return nothing
	const answer = await ports.enroller.ask({ do: 'revoke', device: id, certificate, by: signatureOf(viewer) })
	if (answer.is === 'unknown') return nothing
	if (answer.is !== 'revoked') throw new Error(`enrol answered "${answer.is}" to a revocation`)
	return ok(answer.certificate)
}

const deviceOf = async ({ registry }: Ports, id: string): Promise<Device | undefined> =>
	(await registry.refreshed()).devices.get(id)
