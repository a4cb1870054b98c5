import { CourtyardKind, Id } from '../registry/registry.ts'
import { Month } from '../score/score.ts'
import * as z from '../zod.ts'
import { Correction, Generation, RankingRow, Revision, RowExplanation } from './ranking.ts'
import { Plan } from './rectification.ts'

const instant = z.iso.datetime()
const Status = z.enum(['draft', 'published'])

export const GenerationView = z.extend(Generation, { generatedAt: instant })
export type GenerationView = z.infer<typeof GenerationView>

/** A published revision; who published is told by name. */
export const RevisionView = z.extend(z.pick(Revision, { revision: true, note: true }), {
	at: instant,
	by: z.string(),
	/** That of its rows, to be compared with `GET …/check`. */
	hash: z.string(),
})
export type RevisionView = z.infer<typeof RevisionView>

/** What only staff are told: the latest draft, and the version to name when it is published. */
const forStaff = { draftVersion: z.optional(z.int()), draft: z.optional(GenerationView) }

/** `GET /api/rankings`: the latest first. */
export const RankingMonthsView = z.object({
	months: z.array(z.object({ month: Month, status: Status, revisions: z.array(RevisionView), ...forStaff })),
})
export type RankingMonthsView = z.infer<typeof RankingMonthsView>

/** Which part of a ranking is shown. */
export const RankingScopeView = z.discriminatedUnion('is', [
	z.object({ is: z.enum(['township', 'lists']), township: Id }),
	z.object({ is: z.literal('village'), village: Id }),
	z.object({ is: z.literal('kind'), township: Id, kind: CourtyardKind }),
])

/** `GET /api/rankings/{month}`: a page of it. */
export const RankingView = z.object({
	month: Month,
	status: Status,
	/** The published revision that is shown; absent: the draft is. */
	revision: z.optional(z.int()),
	revisions: z.array(RevisionView),
	...forStaff,
	generation: GenerationView,
	scope: RankingScopeView,
	rows: z.array(RankingRow),
	/** `after` of the next page. */
	next: z.optional(z.string()),
	/** On the first page of a township: the courtyards on the red and the black list. */
	lists: z.optional(z.array(Id)),
	/** Rectification plans (整改方案) that the viewer may see. */
	plans: z.optional(z.array(Plan)),
})
export type RankingView = z.infer<typeof RankingView>

/** `GET /api/rankings/{month}/explanation/{courtyard}`: frozen with the row. */
export const RankedRowView = z.object({
	month: Month,
	status: Status,
	revision: z.optional(z.int()),
	row: RankingRow,
	why: RowExplanation,
})
export type RankedRowView = z.infer<typeof RankedRowView>

/** `GET /api/rankings/{month}/check`: the hash that was noted, and that of the rows as they lie in the store. */
export const RankingCheck = z.object({
	month: Month,
	rows: z.int(),
	noted: z.string(),
	computed: z.string(),
	isUnchanged: z.boolean(),
})
export type RankingCheck = z.infer<typeof RankingCheck>

/** `GET /api/rankings/{month}/corrections`: where the published ranking differs from what is known now. */
export const CorrectionsView = z.object({
	month: Month,
	revision: z.int(),
	draftVersion: z.int(),
	corrections: z.array(z.extend(Correction, { since: instant })),
})
export type CorrectionsView = z.infer<typeof CorrectionsView>

/** What publishing and revising answer. */
export const PublishedView = z.extend(RevisionView, {
	month: Month,
	status: z.literal('published'),
	draftVersion: z.int(),
})
export type PublishedView = z.infer<typeof PublishedView>
