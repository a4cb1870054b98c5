import type { Broker, DeviceCertificate, Enrolled, Enrolment } from '../../shared/contract/registry/certificates.ts'
import { MOST_ACTIVE } from '../../shared/domain/registry/activeCertificates.ts'
import type { ReadCertificateRequest, ThingCertificates } from '../../shared/ports/certificates.ts'
import { csrTrouble } from './csrTrouble.ts'

export type Ports = {
	readonly certificates: ThingCertificates
	readonly read: ReadCertificateRequest
	readonly broker: () => Broker
}

/** Makes, lists or revokes certificates of one device. Who may ask for it, and that there is such a device, the API knows. */
export async function enrol(ports: Ports, asked: Enrolment): Promise<Enrolled> {
	switch (asked.do) {
		case 'make':
			return make(ports, asked)
		case 'list':
			return { is: 'listed', certificates: newestFirst(await ports.certificates.of(asked.device)) }
		case 'revoke':
			return revoke(ports, asked)
	}
}

async function make(
	{ certificates, read, broker }: Ports,
	{ device, csr }: Extract<Enrolment, { do: 'make' }>,
): Promise<Enrolled> {
	const because = csrTrouble(await read(csr), device.id)
	if (because !== undefined) return { is: 'refused', because }
	const active = (await certificates.of(device.id)).filter(({ status }) => status === 'active')
	if (active.length >= MOST_ACTIVE) return { is: 'enough' }
	return { is: 'made', made: { ...(await certificates.make(device, csr)), broker: broker() } }
}

async function revoke(
	{ certificates }: Ports,
	{ device, certificate }: Extract<Enrolment, { do: 'revoke' }>,
): Promise<Enrolled> {
	const known = (await certificates.of(device)).find(({ id }) => id === certificate)
	if (known === undefined) return { is: 'unknown' }
	if (known.status !== 'revoked') await certificates.revoke(certificate)
	return { is: 'revoked', certificate: { ...known, status: 'revoked' } }
}

const newestFirst = (certificates: readonly DeviceCertificate[]): DeviceCertificate[] =>
	[...certificates].sort((a, b) => Date.parse(b.madeAt ?? '1970-01-01') - Date.parse(a.madeAt ?? '1970-01-01'))
