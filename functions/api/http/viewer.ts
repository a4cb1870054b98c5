import * as z from 'zod'
import type { Signature } from '../../../shared/contract/signature.ts'

/** Who asks, from the claims of a token that API Gateway has checked. */
export type Viewer =
	| { role: 'staff'; person: Person }
	| { role: 'head'; courtyards: ReadonlySet<string>; person: Person }
	| { role: 'public' }
/** Who did something, for the record: the identity provider's id, and the name people know. */
export type Person = { id: string; name: string }
export type Role = Viewer['role']

const Claims = z.object({
	role: z.enum(['staff', 'head']),
	courtyards: z.string().default(''),
	sub: z.string().default(''),
	name: z.string().optional(),
})

/** A token without a role we know is nobody's: it opens what is open to all. */
export function viewerOf(claims: unknown): Viewer {
	const parsed = Claims.safeParse(claims)
	if (!parsed.success) return { role: 'public' }
	const { role, courtyards, sub, name = sub } = parsed.data
	const person = { id: sub, name }
	if (role === 'staff') return { role, person }
	return { role, person, courtyards: new Set(courtyards.split(' ').filter((id) => id !== '')) }
}

/** Staff see every courtyard, a head his own. */
export const maySee = (viewer: Viewer, courtyard: string): boolean =>
	viewer.role === 'staff' || (viewer.role === 'head' && viewer.courtyards.has(courtyard))

/** The person who acts. @throws for the public, whom no route lets act */
export function personOf(viewer: Viewer): Person {
	if (viewer.role === 'public') throw new Error('a route lets the public act without a name')
	return viewer.person
}

/** The name under which something is put on record, at most 60 characters. @throws for the public */
export function signatureOf(viewer: Viewer): string {
	const { name, id } = personOf(viewer)
	return (name || id || viewer.role).slice(0, 60)
}

/** Who puts something on record, and as what. @throws for the public */
export function signedBy(viewer: Viewer): Signature {
	if (viewer.role === 'public') throw new Error('a route lets the public sign')
	return { id: viewer.person.id.slice(0, 200), name: signatureOf(viewer), role: viewer.role }
}
