import * as z from 'zod'

/** Who asks, from the claims of a token that API Gateway has checked. */
export type Viewer = { role: 'staff' } | { role: 'head'; courtyards: ReadonlySet<string> } | { role: 'public' }
export type Role = Viewer['role']

const Claims = z.object({ role: z.enum(['staff', 'head']), courtyards: z.string().default('') })

/** A token without a role we know is nobody's: it opens what is open to all. */
export function viewerOf(claims: unknown): Viewer {
	const parsed = Claims.safeParse(claims)
	if (!parsed.success) return { role: 'public' }
	const { role, courtyards } = parsed.data
	return role === 'staff' ? { role } : { role, courtyards: new Set(courtyards.split(' ').filter((id) => id !== '')) }
}

/** Staff see every courtyard, a head his own. */
export const maySee = (viewer: Viewer, courtyard: string): boolean =>
	viewer.role === 'staff' || (viewer.role === 'head' && viewer.courtyards.has(courtyard))
