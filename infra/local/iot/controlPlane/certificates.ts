import { AwsError } from '../awsRequest.ts'
import type { CertificateAuthority, Certified } from '../certificateAuthority.ts'
import type { LooseCertificates } from '../looseCertificates.ts'
import type { CertificateStatus, Thing } from '../thing.ts'
import type { ThingRegistry } from '../thingRegistry.ts'

/** What is kept of things and certificates, and who signs them. */
export type Identities = {
	readonly things: ThingRegistry
	readonly looseCertificates: LooseCertificates
	readonly authority: CertificateAuthority
	/** Names of the policies that there are. */
	readonly policies: readonly string[]
}

export const notFound = (what: string): AwsError => new AwsError(404, 'ResourceNotFoundException', `${what} not found.`)
export const invalid = (message: string): AwsError => new AwsError(400, 'InvalidRequestException', message)

/** Where a certificate is kept: with its thing, or for itself as long as it is attached to none. */
type Found = { readonly status: CertificateStatus; readonly madeAt?: string | undefined; readonly thing?: string }

/** @throws AwsError where there is no such certificate */
export const findCertificate = async ({ things, looseCertificates }: Identities, id: string): Promise<Found> => {
	const loose = await looseCertificates.get(id)
	if (loose) return loose
	for (const { name, certificates } of await things.list()) {
		const found = certificates.find((certificate) => certificate.id === id)
		if (found) return { ...found, thing: name }
	}
	throw notFound(`Certificate ${id}`)
}

/** CreateCertificateFromCsr. @throws AwsError for what is no request that was signed with its own key */
export const createFromCsr = async (
	{ authority, looseCertificates }: Identities,
	csr: string,
	isActive: boolean,
): Promise<Certified> => {
	const certified = await authority.certifyRequest(csr)
	if (certified === undefined) throw invalid('The CSR is invalid, or not signed with its own key.')
	const { certificateId: id, madeAt } = certified
	await looseCertificates.put({ id, status: isActive ? 'ACTIVE' : 'INACTIVE', madeAt, policies: [] })
	return certified
}

/** UpdateCertificate: a connection that was made with it ends unless it is ACTIVE. A revoked one stays so. */
export const setStatus = async (of: Identities, id: string, status: CertificateStatus): Promise<void> => {
	const found = await findCertificate(of, id)
	if (found.status === 'REVOKED' && status !== 'REVOKED')
		throw new AwsError(409, 'CertificateStateException', `Certificate ${id} is revoked.`)
	if (found.thing === undefined) {
		const loose = await of.looseCertificates.get(id)
		if (loose) await of.looseCertificates.put({ ...loose, status })
		return
	}
	await of.things.update(
		found.thing,
		(thing) =>
			thing && {
				...thing,
				certificates: thing.certificates.map((one) => (one.id === id ? { ...one, status } : one)),
			},
	)
}

/** AttachPolicy. Here the policies of a thing's certificates are kept with the thing. */
export const attachPolicy = async (of: Identities, policy: string, id: string): Promise<void> => {
	if (!of.policies.includes(policy)) throw notFound(`Policy ${policy}`)
	const { thing: owner } = await findCertificate(of, id)
	const loose = await of.looseCertificates.get(id)
	if (loose) await of.looseCertificates.put({ ...loose, policies: withPolicies(loose.policies, [policy]) })
	if (owner !== undefined)
		await of.things.update(owner, (thing) => thing && { ...thing, policies: withPolicies(thing.policies, [policy]) })
}

/** AttachThingPrincipal: from now on the certificate is kept with the thing. */
export const attachThing = async (of: Identities, name: string, id: string): Promise<void> => {
	const { thing: owner } = await findCertificate(of, id)
	if (owner === name) return
	const loose = await of.looseCertificates.get(id)
	if (loose === undefined) throw invalid(`Certificate ${id} is attached to ${owner}; here it can be to one thing only.`)
	const { status, madeAt, policies } = loose
	const attached = await of.things.update(
		name,
		(thing) =>
			thing && {
				...thing,
				certificates: [...thing.certificates, { id, status, madeAt }],
				policies: withPolicies(thing.policies, policies),
			},
	)
	if (attached === undefined) throw notFound(`Thing ${name}`)
	await of.looseCertificates.remove(id)
}

const withPolicies = (had: Thing['policies'], added: readonly string[]): Thing['policies'] => [
	...new Set([...had, ...added]),
]
