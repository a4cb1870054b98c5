import { createHash } from 'node:crypto'
import { readCertificateRequest } from '../../functions/adapters/certificates/certificateRequest.ts'
import { enrol } from '../../functions/enrol/enrol.ts'
import type { DeviceCertificate, EnrolledDevice } from '../../shared/contract/registry/certificates.ts'
import type { Enroller, ThingCertificates } from '../../shared/ports/certificates.ts'

type Kept = Readonly<Record<string, readonly DeviceCertificate[]>>

export class MemoryCertificates implements ThingCertificates {
	readonly #things: Map<string, DeviceCertificate[]>
	readonly #now: () => number
	#made = 0

	/** @param kept certificates by thing */
	constructor(kept: Kept = {}, now: () => number = Date.now) {
		this.#things = new Map(Object.entries(kept).map(([thing, certificates]) => [thing, [...certificates]]))
		this.#now = now
	}

	async of(thing: string): Promise<DeviceCertificate[]> {
		return [...(this.#things.get(thing) ?? [])]
	}

	async make({ id: thing }: EnrolledDevice, csr: string): Promise<{ id: string; certificate: string }> {
		this.#made += 1
		const id = createHash('sha256').update(`${csr}${this.#made}`).digest('hex')
		const madeAt = new Date(this.#now()).toISOString()
		this.#things.set(thing, [...(this.#things.get(thing) ?? []), { id, status: 'active', madeAt }])
		return { id, certificate: `-----BEGIN CERTIFICATE-----\n${id}\n-----END CERTIFICATE-----\n` }
	}

	async revoke(certificate: string): Promise<void> {
		for (const [thing, certificates] of this.#things)
			this.#things.set(
				thing,
				certificates.map((one) => (one.id === certificate ? { ...one, status: 'revoked' } : one)),
			)
	}
}

export const broker = { host: 'iot.example.org', port: 8883, ca: 'ROOTS' }

/** What `enrol` does, without a Lambda or AWS IoT between. */
export const memoryEnroller = (kept: Kept = {}): Enroller => {
	const ports = { certificates: new MemoryCertificates(kept), read: readCertificateRequest, broker: () => broker }
	return { ask: (asked) => enrol(ports, asked) }
}
