import { Person } from '../people/person.ts'
import { Source } from '../profile/indexProfile.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'

/** A household or a volunteer: the courtyard, a dot, and a number or name that is used there, e.g. `yard-1.12`. */
export const HouseholdId = z
	.string()
	.check(
		z.regex(
			/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\.[A-Za-z0-9][A-Za-z0-9-]{0,19}$/,
			told({ zh: '户号的写法如 yard-1.12', en: 'a household is named like "yard-1.12"' }),
		),
	)
export type HouseholdId = z.infer<typeof HouseholdId>

const points = z.int().check(z.minimum(1), z.maximum(10_000))
const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

/** What help is worth (积分). */
export const PointRule = z.strictObject({
	id: z.string().check(
		z.regex(
			/^[a-z][a-z0-9-]{0,39}$/,
			told({
				zh: '小写字母开头的名称，如 ammonia-high',
				en: 'a name such as ammonia-high: small letters, digits and "-"',
			}),
		),
	),
	name: z.strictObject({
		zh: z.string().check(z.minLength(1), z.maxLength(60)),
		en: z.string().check(z.minLength(1), z.maxLength(80)),
	}),
	points,
	/** Only for tasks of this source; absent: for all. */
	source: z.optional(z.enum(['alarm', 'resident', 'inspection', 'order'])),
})
export const PointRules = z.strictObject({ rules: z.array(PointRule).check(z.maxLength(50)), source: Source })
export type PointRules = z.infer<typeof PointRules>

/** Where a profile says nothing of it. */
export const usualPoints: PointRules = {
	rules: [
		{ id: 'verified-report', name: { zh: '有效上报', en: 'verified report' }, points: 2, source: 'resident' },
		{ id: 'volunteer-fix', name: { zh: '志愿处理', en: 'fixed by a volunteer' }, points: 5 },
		{ id: 'helping-hand', name: { zh: '帮扶服务', en: 'helped with an order' }, points: 3, source: 'order' },
	],
	source: 'own choice; to be corrected by the township',
}

/** One line of the ledger. `points` is what it adds, negative for what it takes. Lines are added and never changed. */
export const PointEntry = z.strictObject({
	/** Of an award its task and rule: the same help is never paid twice. */
	id: z.string(),
	kind: z.enum(['award', 'redemption', 'reversal']),
	points: z.int(),
	reason: z.string(),
	at: z.int(),
	by: Person,
	task: z.optional(z.string()),
	rule: z.optional(z.string()),
	/** The line that a reversal takes back. */
	reverses: z.optional(z.string()),
})
export type PointEntry = z.infer<typeof PointEntry>

/** The body of `POST /api/points/{household}/awards`. */
export const NewAward = z.strictObject({
	task: z.string().check(z.minLength(1), z.maxLength(200)),
	rule: z.string().check(z.minLength(1), z.maxLength(40)),
})
export type NewAward = z.infer<typeof NewAward>

/** The body of `POST /api/points/{household}/redemptions`; the same key again is the same redemption. */
export const NewRedemption = z.strictObject({
	key: z
		.string()
		.check(
			z.regex(
				/^[A-Za-z0-9_-]{8,64}$/,
				told({ zh: 'key 是 8 到 64 个字母、数字、“-”或“_”', en: 'a key has 8 to 64 letters, digits, "-" or "_"' }),
			),
		),
	points,
	reason,
})
export type NewRedemption = z.infer<typeof NewRedemption>

/** The body of `POST /api/points/{household}/reversals`. */
export const NewReversal = z.strictObject({ entry: z.string().check(z.minLength(1), z.maxLength(300)), reason })
export type NewReversal = z.infer<typeof NewReversal>

/** What a household has, and how it came to it. */
export const StatementView = z.object({
	household: HouseholdId,
	balance: z.int(),
	/** The latest first. */
	entries: z.array(z.extend(PointEntry, { at: z.iso.datetime(), balance: z.int() })),
})
export type StatementView = z.infer<typeof StatementView>
