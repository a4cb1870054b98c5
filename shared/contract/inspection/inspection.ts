import { Signature } from '../people/signature.ts'
import { Id, Name } from '../registry/registry.ts'
import { Day } from '../score/score.ts'
import { Revolution } from '../telemetry/measurand.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'

/** A picture by the id under which it was uploaded. */
export const Photo = z
	.string()
	.check(
		z.regex(
			/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/,
			told({ zh: '照片应为上传后得到的编号', en: 'a photo is the id under which it was uploaded' }),
		),
	)

/** Why something was done, for the record. */
export const RecordedReason = z
	.string()
	.check(
		z.trim(),
		z.minLength(1, told({ zh: '请写明原因，1 到 500 个字', en: 'say why, in 1 to 500 characters' })),
		z.maxLength(500),
	)

/** What an inspector found at one item of the sheet, and what it costs. */
const found = {
	/** An item of the profile in force on the inspection's day, e.g. `toilets`. */
	item: z.string().check(z.minLength(1), z.maxLength(60)),
	/** What is wrong, in both languages; usually one of the defects that the profile suggests. */
	defect: z.optional(Name),
	/** Points deducted; an item never falls below 0. */
	points: z.number().check(z.positive(), z.maximum(1000)),
	note: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
	photo: z.optional(Photo),
}

/** Where the deduction goes that an accepted appeal (申诉) struck: it stays on the sheet and costs nothing. */
export const Strike = z.object({ appeal: z.string(), at: z.int(), by: Signature, reason: z.string() })
export type Strike = z.infer<typeof Strike>

export const Deduction = z.object({
	/** `{revision that brought it}-{number}`: keeps its meaning in all later revisions. */
	id: z.string(),
	...found,
	struck: z.optional(Strike),
})
export type Deduction = z.infer<typeof Deduction>

const saysWhat = {
	...told({
		zh: '请写明发现了什么：中英文的缺陷、说明，或两者都写',
		en: 'say what was found: a "defect" in both languages, a "note", or both',
	}),
	path: ['defect'],
}
const FoundDefect = z
	.strictObject(found)
	.check(z.refine(({ defect, note }) => defect !== undefined || note !== undefined, saysWhat))
const CorrectedDefect = z
	.strictObject({ ...found, id: z.optional(z.string().check(z.minLength(1), z.maxLength(20))) })
	.check(z.refine(({ defect, note }) => defect !== undefined || note !== undefined, saysWhat))
export type CorrectedDefect = z.infer<typeof CorrectedDefect>

/** `POST /api/inspections`: one sheet for a courtyard and day. No deductions: everything was in order. */
export const NewInspection = z.strictObject({
	courtyard: Id,
	day: Day,
	deductions: z.array(FoundDefect).check(z.maxLength(100)),
})
export type NewInspection = z.infer<typeof NewInspection>

/**
 * `PUT /api/inspections/{id}`: the whole sheet as it should have been. A deduction that names its `id` stays the same one;
 * those that an appeal struck stay whatever is sent.
 */
export const InspectionCorrection = z.strictObject({
	/** The revision that is corrected. */
	revision: z.int().check(z.minimum(1)),
	reason: RecordedReason,
	deductions: z.array(CorrectedDefect).check(z.maxLength(100)),
})
export type InspectionCorrection = z.infer<typeof InspectionCorrection>

/** An item as it was in force: the sheet says by itself what it is worth, whatever profiles come later. */
export const SheetItem = z.object({
	id: z.string(),
	revolution: z.optional(Revolution),
	name: z.object({ zh: z.string(), en: z.string() }),
	points: z.number().check(z.positive()),
})
export type SheetItem = z.infer<typeof SheetItem>

/** One revision of an inspection sheet (检查表). It never changes; a correction is the next revision beside it. */
export const InspectionSheet = z.object({
	/** `{day}.{courtyard}` */
	id: z.string(),
	courtyard: Id,
	day: Day,
	revision: z.int().check(z.minimum(1)),
	/** When it was recorded, milliseconds since 1970, and by whom. */
	at: z.int(),
	by: Signature,
	/** Why it replaces the one before; the first has none. */
	reason: z.optional(z.string()),
	/** `id@version` of the profile that was in force on the day. */
	profile: z.string(),
	items: z.array(SheetItem).check(z.minLength(1)),
	deductions: z.array(Deduction),
})
export type InspectionSheet = z.infer<typeof InspectionSheet>
