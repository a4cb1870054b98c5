import * as z from 'zod'
import type { RuleState } from './state.ts'

/** What the fold over a device carries from one hour into the next. */
export type Carry = {
	/** The newest reading of any kind, for the silence that ends with the next. */
	last?: number
	/** By rule id; a rule that is normal and has no recent activation is absent. */
	rules: Readonly<Record<string, RuleState>>
}

export const NO_CARRY: Carry = { rules: {} }

const recent = z.array(z.number()).readonly()
const instant = z.number()
const Stored = z.object({
	last: instant.optional(),
	rules: z.record(
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
})

/** The text a carry is kept as. Equal carries give equal texts: rules stand in the order of their ids. */
export function packCarry(carry: Carry): string {
	if (carry.last === undefined && Object.keys(carry.rules).length === 0) return '{}'
	const rules = Object.fromEntries(Object.entries(carry.rules).sort(([a], [b]) => (a < b ? -1 : 1)))
	return JSON.stringify(Object.keys(rules).length === 0 ? { last: carry.last } : { last: carry.last, rules })
}

/** @throws when the text is not one that `packCarry` made */
export function unpackCarry(text: string): Carry {
	if (!text.includes('"rules"')) {
		// The common case, on the hot path: a device without any alarm carries only its newest reading.
		const { last } = JSON.parse(text) as { last?: unknown }
		return typeof last === 'number' ? { last, rules: {} } : NO_CARRY
	}
	const { last, rules } = Stored.parse(JSON.parse(text))
	return { ...(last === undefined ? {} : { last }), rules }
}
