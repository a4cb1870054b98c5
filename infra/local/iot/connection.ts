import { TLSSocket } from 'node:tls'
import { bindPolicies, type IotPolicy } from './iotPolicy.ts'
import type { IotAction } from './policy/policyDocument.ts'
import type { ThingRegistry } from './thingRegistry.ts'
import { certificateIdOf } from './x509.ts'

/** Who a connection is, by its certificate. */
export type Principal = { readonly thingName: string; readonly clientId: string; readonly certificateId: string }

/** A client that may connect, with what its policies let it do. */
export type Connection = Principal & {
	/** `resource` is the end of the ARN: `topic/…`, `topicfilter/…`, `client/…`. */
	allows(action: IotAction, resource: string): boolean
}

export type ConnectionRules = {
	readonly things: ThingRegistry
	readonly policies: ReadonlyMap<string, IotPolicy>
	/** `arn:<partition>:iot:<region>:<account>:` */
	readonly arnPrefix: string
}

/** Topics are few for each device; past this the decisions are made anew rather than kept. */
const keptDecisions = 1000

/**
 * Finds the thing of a connection: its name is the certificate's common name, and the certificate must be attached to
 * it and active. The registry is read at each connect, so that a device added by another process counts at once.
 * @returns the connection, or why it is refused.
 */
export const identify = async (
	socket: unknown,
	clientId: string,
	{ things, policies, arnPrefix }: ConnectionRules,
): Promise<Connection | { refusal: string }> => {
	if (!(socket instanceof TLSSocket) || !socket.authorized) return { refusal: 'no certificate of this authority' }
	const { subject, raw } = socket.getPeerCertificate()
	// The types do not say it, but a subject with two common names gives an array.
	const commonName: unknown = subject?.CN
	if (typeof commonName !== 'string') return { refusal: 'the certificate has no common name' }
	const thing = await things.get(commonName)
	const certificateId = certificateIdOf(raw)
	const certificate = thing?.certificates.find(({ id }) => id === certificateId)
	if (!thing || !certificate) return { refusal: `the certificate is not attached to a thing called ${commonName}` }
	if (certificate.status !== 'ACTIVE') return { refusal: `the certificate is ${certificate.status}` }

	const attached = thing.policies.map((name) => policies.get(name)).filter((policy) => policy !== undefined)
	const { name: thingName, attributes } = thing
	const isAllowed = bindPolicies(attached, { thingName, clientId, attributes, attached: true, commonName })
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
		const names = thing.policies.map((name) => (policies.has(name) ? name : `${name} (which does not exist)`))
		return { refusal: `iot:Connect is not allowed by its policies: ${names.join(', ') || 'it has none'}` }
	}
	return { thingName, clientId, certificateId, allows }
}
