import {
	AttachPolicyCommand,
	AttachThingPrincipalCommand,
	CreateCertificateFromCsrCommand,
	CreateThingCommand,
	DescribeCertificateCommand,
	IoTClient,
	paginateListThingPrincipals,
	ResourceAlreadyExistsException,
	ResourceNotFoundException,
	UpdateCertificateCommand,
	UpdateThingCommand,
} from '@aws-sdk/client-iot'
import {
	CertificateId,
	type DeviceCertificate,
	type EnrolledDevice,
} from '../../../shared/contract/registry/certificates.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { ThingCertificates } from '../../../shared/ports/certificates.ts'

const Created = z.object({ certificateId: CertificateId, certificateArn: z.string(), certificatePem: z.string() })
const Described = z.object({ certificateId: CertificateId, status: z.string(), creationDate: z.optional(z.date()) })

/** Certificates of AWS IoT. */
export class IotThingCertificates implements ThingCertificates {
	readonly #client: IoTClient
	readonly #policies: { readonly device: string; readonly display: string }

	/** @param policies their names: what sensors and gateways may do, and what displays may */
	constructor(policies: { readonly device: string; readonly display: string }, client = new IoTClient({})) {
		this.#client = client
		this.#policies = policies
	}

	async of(thing: string): Promise<DeviceCertificate[]> {
		const ids: string[] = []
		try {
			for await (const { principals = [] } of paginateListThingPrincipals(
				{ client: this.#client },
				{ thingName: thing },
			))
				ids.push(...principals.flatMap((arn) => /:cert\/([0-9a-f]{64})$/.exec(arn)?.[1] ?? []))
		} catch (fault) {
			if (fault instanceof ResourceNotFoundException) return []
			throw fault
		}
		return Promise.all(ids.map((id) => this.#describe(id)))
	}

	async make(device: EnrolledDevice, csr: string): Promise<{ id: string; certificate: string }> {
		await this.#putThing(device)
		const answer = await this.#client.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: csr }))
		const { certificateId: id, certificateArn: arn, certificatePem: certificate } = Created.parse(answer)
		const policyName = device.kind === 'display' ? this.#policies.display : this.#policies.device
		await this.#client.send(new AttachPolicyCommand({ policyName, target: arn }))
		await this.#client.send(new AttachThingPrincipalCommand({ thingName: device.id, principal: arn }))
		// Last: what failed midway opens no connection.
		await this.#client.send(new UpdateCertificateCommand({ certificateId: id, newStatus: 'ACTIVE' }))
		return { id, certificate }
	}

	async revoke(certificate: string): Promise<void> {
		await this.#client.send(new UpdateCertificateCommand({ certificateId: certificate, newStatus: 'REVOKED' }))
	}

	/** A thing that is there with other attributes than these is refused; a device may have moved. */
	async #putThing({ id, kind, courtyard }: EnrolledDevice): Promise<void> {
		const thing = { thingName: id, attributePayload: { attributes: { courtyard, kind } } }
		try {
			await this.#client.send(new CreateThingCommand(thing))
		} catch (fault) {
			if (!(fault instanceof ResourceAlreadyExistsException)) throw fault
			const attributePayload = { ...thing.attributePayload, merge: true }
			await this.#client.send(new UpdateThingCommand({ thingName: id, attributePayload }))
		}
	}

	async #describe(id: string): Promise<DeviceCertificate> {
		const answer = await this.#client.send(new DescribeCertificateCommand({ certificateId: id }))
		const { certificateId, status, creationDate } = Described.parse(answer.certificateDescription)
		return { id: certificateId, status: statusOf(status), madeAt: creationDate?.toISOString() ?? null }
	}
}

/** Those of transfers between accounts and of registration let nobody in. */
function statusOf(status: string): DeviceCertificate['status'] {
	if (status === 'ACTIVE') return 'active'
	return status === 'REVOKED' ? 'revoked' : 'inactive'
}
