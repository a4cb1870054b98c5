import { isDeepStrictEqual } from 'node:util'
import { AwsError } from '../awsRequest.ts'
import type { Thing } from '../thing.ts'
import { type Identities, notFound } from './certificates.ts'

type Attributes = Thing['attributes']

/** CreateThing. @throws AwsError where there is one with other attributes */
export const createThing = async ({ things }: Identities, name: string, attributes: Attributes): Promise<void> => {
	await things.update(name, (thing) => {
		if (thing === undefined) return { name, attributes, certificates: [], policies: [] }
		if (isDeepStrictEqual(thing.attributes, attributes)) return thing
		throw new AwsError(409, 'ResourceAlreadyExistsException', `Thing ${name} already exists with other attributes.`)
	})
}

/** UpdateThing: attributes in the place of those it has or, merged, beside them; an empty value takes one away. */
export const updateThing = async (
	{ things }: Identities,
	name: string,
	attributes: Attributes,
	merge: boolean,
): Promise<void> => {
	const updated = await things.update(name, (thing) => {
		const all = { ...(merge ? thing?.attributes : {}), ...attributes }
		const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
		return thing && { ...thing, attributes: kept }
	})
	if (updated === undefined) throw notFound(`Thing ${name}`)
}

/** ListThingPrincipals: ids of the thing's certificates. */
export const certificatesOfThing = async ({ things }: Identities, name: string): Promise<string[]> => {
	const thing = await things.get(name)
	if (thing === undefined) throw notFound(`Thing ${name}`)
	return thing.certificates.map(({ id }) => id)
}
