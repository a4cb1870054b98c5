import * as z from '../../../shared/contract/zod.ts'

const RoleName = z.enum(['admin', 'staff', 'village', 'head'])
const claim = (preset: string) => z._default(z.string().check(z.minLength(1)), preset)

/** Which claims of the identity provider's tokens say what we need to know, and what it calls our roles. */
export const ClaimNames = z.strictObject({
	/** One role, or a list of groups among which ours is. */
	role: claim('role'),
	/** Of a head: ids, as a list or separated by blanks or commas. */
	courtyards: claim('courtyards'),
	/** Of a village official: its id. */
	village: claim('village'),
	name: claim('name'),
	/** Its word to our role; the role's own name always holds. */
	roles: z._default(z.record(z.string(), RoleName), {}),
})
export type ClaimNames = z.infer<typeof ClaimNames>

/** Claims under our own names, which is how the local issuer writes them. */
export const ownNames: ClaimNames = ClaimNames.parse({})

export type Claimed = {
	readonly role: z.infer<typeof RoleName>
	readonly courtyards: readonly string[]
	readonly village: string
	readonly sub: string
	readonly name: string | undefined
}

/** API Gateway hands lists over as one text, `[a b]`. */
const words = (value: unknown): string[] =>
	(Array.isArray(value) ? value.map(String) : [typeof value === 'string' ? value : ''])
		.flatMap((text) => text.replace(/^\[|\]$/g, '').split(/[\s,]+/))
		.filter((word) => word !== '')

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/**
 * What a token says of its bearer, undefined where it names none of our roles. Of several roles the one that may most
 * counts.
 */
export function claimed(claims: unknown, names: ClaimNames): Claimed | undefined {
	const parsed = z.record(z.string(), z.unknown()).safeParse(claims)
	if (!parsed.success) return undefined
	const said = parsed.data
	const own = words(said[names.role]).map((word) => names.roles[word] ?? word)
	const role = RoleName.options.find((known) => own.includes(known))
	if (role === undefined) return undefined
	return {
		role,
		courtyards: words(said[names.courtyards]),
		village: text(said[names.village]) ?? '',
		sub: text(said.sub) ?? '',
		name: text(said[names.name]),
	}
}
