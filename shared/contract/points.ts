import * as z from 'zod'
import { Source } from './indexProfile.ts'
import { Person } from './person.ts'

/** A household or a volunteer: the courtyard, a dot, and a number or name that is used there, e.g. `yard-1.12`. */
export const HouseholdId = z
	.string()
	.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\.[A-Za-z0-9][A-Za-z0-9-]{0,19}$/, 'a household is named like "yard-1.12"')
export type HouseholdId = z.infer<typeof HouseholdId>

const points = z.int().min(1).max(10_000)
const reason = z.string().trim().min(1).max(200)

/** What help is worth (积分). */
export const PointRule = z.strictObject({
	id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
	name: z.strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(80) }),
	points,
	/** Only for tasks of this source; absent: for all. */
	source: z.enum(['alarm', 'resident', 'inspection', 'order']).optional(),
})
export const PointRules = z.strictObject({ rules: z.array(PointRule).max(50), source: Source })
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
	task: z.string().optional(),
	rule: z.string().optional(),
	/** The line that a reversal takes back. */
	reverses: z.string().optional(),
})
export type PointEntry = z.infer<typeof PointEntry>

/** The body of `POST /api/points/{household}/awards`. */
export const NewAward = z.strictObject({ task: z.string().min(1).max(200), rule: z.string().min(1).max(40) })
export type NewAward = z.infer<typeof NewAward>

/** The body of `POST /api/points/{household}/redemptions`; the same key again is the same redemption. */
export const NewRedemption = z.strictObject({
	key: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'a key has 8 to 64 letters, digits, "-" or "_"'),
	points,
	reason,
})
export type NewRedemption = z.infer<typeof NewRedemption>

/** The body of `POST /api/points/{household}/reversals`. */
export const NewReversal = z.strictObject({ entry: z.string().min(1).max(300), reason })
export type NewReversal = z.infer<typeof NewReversal>

/** What a household has, and how it came to it. */
export const StatementView = z.object({
	household: HouseholdId,
	balance: z.int(),
	/** The latest first. */
	entries: z.array(PointEntry.extend({ at: z.iso.datetime(), balance: z.int() })),
})
export type StatementView = z.infer<typeof StatementView>
