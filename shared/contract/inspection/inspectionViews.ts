import { Id } from '../registry/registry.ts'
import { Month } from '../score/score.ts'
import * as z from '../zod.ts'
import { Deduction, InspectionSheet, SheetItem, Strike } from './inspection.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** A revision of a sheet for people. Scores and costs are unrounded: 100 − score is the sum of the costs. */
export const InspectionView = z.extend(InspectionSheet, {
	at: z.iso.datetime(),
	/** 0 to 100. */
	score: z.number(),
	/** `left`: points of the item that its defects left. */
	items: z.array(z.extend(SheetItem, { left: z.number() })),
	deductions: z.array(
		z.extend(Deduction, {
			/** Points of the sheet's score. */
			cost: z.number(),
			text: Words,
			struck: z.optional(z.extend(Strike, { at: z.iso.datetime() })),
		}),
	),
	text: Words,
	/** What to know where the month's ranking is published already. */
	notice: z.optional(Words),
})
export type InspectionView = z.infer<typeof InspectionView>

/** A sheet as it is now, with all its revisions. */
export const InspectionRecordView = z.extend(InspectionView, { revisions: z.array(InspectionView) })
export type InspectionRecordView = z.infer<typeof InspectionRecordView>

/** A courtyard's inspections of a month; null: there was none. */
export const InspectionMonthView = z.object({
	courtyard: Id,
	month: Month,
	score: z.nullable(z.number()),
	sheets: z.array(InspectionView),
	/** 100 − score is the sum of their costs, to 1e-9. */
	parts: z.array(
		z.object({
			inspection: z.string(),
			day: z.string(),
			deduction: z.string(),
			item: z.string(),
			cost: z.number(),
			isStruck: z.boolean(),
			text: Words,
		}),
	),
	text: Words,
	notice: z.optional(Words),
})
export type InspectionMonthView = z.infer<typeof InspectionMonthView>

/** `GET /api/inspections/months/{month}`: every courtyard that the viewer may see, those without a sheet as well. */
export const InspectionRoundsView = z.object({ month: Month, courtyards: z.array(InspectionMonthView) })
export type InspectionRoundsView = z.infer<typeof InspectionRoundsView>
