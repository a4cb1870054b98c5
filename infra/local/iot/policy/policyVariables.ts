/** What the policy variables of a connection stand for. */
export type PolicyPrincipal = {
	/** The thing with the client's name, if the certificate is attached to it. */
	readonly thingName: string | undefined
	readonly clientId: string
	readonly attributes: Readonly<Record<string, string>>
	/** The certificate of the connection is attached to the thing. */
	readonly attached: boolean
	/** Common name in the subject of the client's certificate. */
	readonly commonName: string
}

const attribute = /^iot:Connection\.Thing\.Attributes\[([A-Za-z0-9_.,@/:#-]+)\]$/

const variables: Record<string, (principal: PolicyPrincipal) => string | undefined> = {
	'iot:Connection.Thing.ThingName': ({ thingName }) => thingName,
	'iot:Connection.Thing.IsAttached': ({ attached }) => String(attached),
	'iot:ClientId': ({ clientId }) => clientId,
	'iot:Certificate.Subject.CommonName': ({ commonName }) => commonName,
}

/** Whether a policy may name this variable, as `${name}` in a resource or as the key of a condition. */
export const isPolicyVariable = (name: string): boolean => Object.hasOwn(variables, name) || attribute.test(name)

/** @returns undefined where the connection has no such value, e.g. a thing without that attribute. */
export const variableValue = (name: string, principal: PolicyPrincipal): string | undefined => {
	if (Object.hasOwn(variables, name)) return variables[name]?.(principal)
	const key = attribute.exec(name)?.[1]
	return key !== undefined && Object.hasOwn(principal.attributes, key) ? principal.attributes[key] : undefined
}
