import { TLSSocket } from 'node:tls'
import { bindPolicies, type IotPolicy } from './iotPolicy.ts'
import type { LooseCertificates } from './looseCertificates.ts'
import type { IotAction } from './policy/policyDocument.ts'
import type { ThingRegistry } from './thingRegistry.ts'
import { certificateIdOf } from './x509.ts'

/** Who a connection is, by its certificate. */
export type Principal = {
	/** Undefined for a certificate that is attached to no thing. */
	readonly thingName: string | undefined
	readonly clientId: string
	readonly certificateId: string
}

/** A client that may connect, with what its policies let it do. */
export type Connection = Principal & {
	/** `resource` is the end of the ARN: `topic/…`, `topicfilter/…`, `client/…`. */
	allows(action: IotAction, resource: string): boolean
}

export type ConnectionRules = {
	readonly things: ThingRegistry
	readonly looseCertificates: LooseCertificates
	readonly policies: ReadonlyMap<string, IotPolicy>
	/** `arn:<partition>:iot:<region>:<account>:` */
	readonly arnPrefix: string
}

/** Topics are few for each device; past this the decisions are made anew rather than kept. */
const keptDecisions = 1000

/**
 * Finds the thing of a connection: as in AWS IoT it is the one with the client's id, and the certificate must be attached
 * to it and active, whatever its subject says. A certificate without a thing has policies of its own. The registry is
 * read at each connect, so that a device added by another process counts at once.
 * @returns the connection, or why it is refused.
 */
export const identify = async (
	socket: unknown,
	clientId: string,
	{ things, looseCertificates, policies, arnPrefix }: ConnectionRules,
): Promise<Connection | { refusal: string }> => {
	if (!(socket instanceof TLSSocket) || !socket.authorized) return { refusal: 'no certificate of this authority' }
	const { subject, raw } = socket.getPeerCertificate()
	// The types do not say it, but a subject with two common names gives an array.
	const commonName: unknown = subject?.CN
	if (typeof commonName !== 'string') return { refusal: 'the certificate has no common name' }
	const certificateId = certificateIdOf(raw)
	const known = await things.get(clientId)
	const attachment = known?.certificates.find(({ id }) => id === certificateId)
	const thing = attachment && known
	const loose = thing ? undefined : await looseCertificates.get(certificateId)
	const status = attachment?.status ?? loose?.status
	if (status === undefined) return { refusal: `the certificate is not attached to a thing called ${clientId}` }
	if (status !== 'ACTIVE') return { refusal: `the certificate is ${status}` }

	const policyNames = thing?.policies ?? loose?.policies ?? []
	const having = policyNames.map((name) => policies.get(name)).filter((policy) => policy !== undefined)
	const thingName = thing?.name
	const attributes = thing?.attributes ?? {}
	const attached = thing !== undefined
	const isAllowed = bindPolicies(having, { thingName, clientId, attributes, attached, commonName })
	const decisions = new Map<string, boolean>()
	const allows: Connection['allows'] = (action, resource) => {
		const key = `${action} ${resource}`
		const known = decisions.get(key)
		if (known !== undefined) return known
		if (decisions.size >= keptDecisions) decisions.clear()
		const decision = isAllowed(action, arnPrefix + resource)
		decisions.set(key, decision)
		return decision
	}
	if (!allows('iot:Connect', `client/${clientId}`)) {
		const names = policyNames.map((name) => (policies.has(name) ? name : `${name} (which does not exist)`))
		return { refusal: `iot:Connect is not allowed by its policies: ${names.join(', ') || 'it has none'}` }
	}
	return { thingName, clientId, certificateId, allows }
}
