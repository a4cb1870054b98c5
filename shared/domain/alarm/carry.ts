import * as z from '../../contract/zod.ts'
import type { Flat } from './flat.ts'
import { packFlat, unpackFlat } from './flatPack.ts'
import type { RuleState } from './state.ts'

/** What the fold over a device carries from one hour into the next. */
export type Carry = {
	/** The newest reading of any kind, for the silence that ends with the next. */
	last?: number
	/** What that reading promised: to be followed by another within so many seconds. */
	promised?: number
	/** By rule id; a rule that is normal and has no recent activation is absent. */
	rules: Readonly<Record<string, RuleState>>
	/** The value that each measurand watched for standing still has, and since when. */
	flat?: Flat
}

export const NO_CARRY: Carry = { rules: {} }

const recent = z.readonly(z.array(z.number()))
const instant = z.number()
const Stored = z.object({
	last: z.optional(instant),
	promised: z.optional(z.number()),
	rules: z._default(
		z.record(
			z.string(),
			z.discriminatedUnion('is', [
				z.object({ is: z.literal('normal'), recent }),
				z.object({ is: z.literal('pending'), since: instant, count: z.number(), last: instant, recent }),
				z.object({
					is: z.literal('active'),
					onset: instant,
					raisedAt: instant,
					value: z.number(),
					last: instant,
					recent,
				}),
				z.object({
					is: z.literal('clearing'),
					onset: instant,
					raisedAt: instant,
					value: z.number(),
					since: instant,
					count: z.number(),
					last: instant,
					recent,
				}),
			]),
		),
		{},
	),
	flat: z.optional(z.string()),
})

/** The text a carry is kept as. Equal carries give equal texts; what is empty is left out. */
export function packCarry({ last, promised, rules, flat }: Carry): string {
	const runs = packFlat(flat ?? {}, last)
	return JSON.stringify({
		...(last === undefined ? {} : { last }),
		...(promised === undefined ? {} : { promised }),
		...(Object.keys(rules).length === 0 ? {} : { rules: inOrder(rules) }),
		...(runs === '' ? {} : { flat: runs }),
	})
}

const inOrder = <T extends object>(entries: T): T =>
	Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1))) as T

/** @throws when the text is not one that `packCarry` made */
export function unpackCarry(text: string): Carry {
	const { last, promised, rules, flat } = Stored.parse(JSON.parse(text))
	return {
		...(last === undefined ? {} : { last }),
		...(promised === undefined ? {} : { promised }),
		rules,
		...(flat === undefined ? {} : { flat: unpackFlat(flat, last) }),
	}
}
