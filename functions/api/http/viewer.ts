import type { Person, Role } from '../../../shared/contract/people/person.ts'
import type { Signature } from '../../../shared/contract/people/signature.ts'
import type { Courtyard } from '../../../shared/contract/registry/registry.ts'
import { deputyIn } from '../../../shared/domain/person/inCharge.ts'
import { type ClaimNames, claimed, ownNames } from './claims.ts'

/** Who asks, from the claims of a token that API Gateway has checked. */
export type Viewer =
	| { role: 'staff' | 'admin'; person: Person }
	| { role: 'head'; courtyards: ReadonlySet<string>; person: Person }
	/** `courtyards` are those that the registry has in the village: see `placed`. */
	| { role: 'village'; village: string; courtyards: ReadonlySet<string>; person: Person }
	| { role: 'public' }
export type { Person, Role }

/** A token without a role we know is nobody's: it opens what is open to all. */
export function viewerOf(claims: unknown, names: ClaimNames = ownNames): Viewer {
	const said = claimed(claims, names)
	if (said === undefined) return { role: 'public' }
	const { role, courtyards, village, sub, name = sub } = said
	const person = { id: sub, name }
	switch (role) {
		case 'head':
			return { role, person, courtyards: new Set(courtyards) }
		case 'village':
			return { role, person, village, courtyards: new Set() }
		case 'staff':
		case 'admin':
			return { role, person }
	}
}

/**
 * Someone of a village with the courtyards that the registry has there; a head with those that he stands in for, on a day
 * of Asia/Shanghai, beside his own.
 */
export function placed(
	viewer: Viewer & { role: 'village' | 'head' },
	courtyards: ReadonlyMap<string, Courtyard>,
	day: string,
): Viewer {
	if (viewer.role === 'head') {
		const others = deputyIn(viewer.person.id, courtyards.values(), day)
		return others.length === 0 ? viewer : { ...viewer, courtyards: new Set([...viewer.courtyards, ...others]) }
	}
	const own = [...courtyards.values()].filter(({ village }) => village === viewer.village)
	return { ...viewer, courtyards: new Set(own.map(({ id }) => id)) }
}

/** The township's own people: they see everything. */
export const isStaff = (viewer: Viewer): viewer is Viewer & { role: 'staff' | 'admin' } =>
	viewer.role === 'staff' || viewer.role === 'admin'

/** Staff see every courtyard, a head his own, the village its own. */
export const maySee = (viewer: Viewer, courtyard: string): boolean =>
	isStaff(viewer) || (viewer.role !== 'public' && viewer.courtyards.has(courtyard))

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
