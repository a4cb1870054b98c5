import { Id, Name } from '../registry/registry.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'
import { Day, Doubt, Month } from './score.ts'

/** What staff found when they looked into a doubt about a sensor. */
export const Verdict = z.enum(['harmless', 'confirmed'])

/** `POST /api/data-quality/reviews`: settles a doubt about a sensor for the days on which it was seen. */
export const NewDoubtReview = z.strictObject({
	month: Month,
	device: Id,
	doubt: Doubt,
	days: z.array(Day).check(z.minLength(1), z.maxLength(31)),
	/** `harmless`: nothing was wrong. `confirmed`: it was tampered with; the courtyard stays off the red list. */
	verdict: Verdict,
	reason: z
		.string()
		.check(
			z.trim(),
			z.minLength(1, told({ zh: '请写明原因，1 到 500 个字', en: 'say why, in 1 to 500 characters' })),
			z.maxLength(500),
		),
})
export type NewDoubtReview = z.infer<typeof NewDoubtReview>

/** A review on record; it stays, and a later one of the same days counts in its place. */
export const DoubtReview = z.object({
	...NewDoubtReview.shape,
	at: z.int(),
	by: z.object({ id: z.string(), name: z.string() }),
})
export type DoubtReview = z.infer<typeof DoubtReview>

/** A doubt with what became of it: days not yet reviewed are open. */
export const DoubtState = z.object({
	device: Id,
	doubt: Doubt,
	days: z.array(Day),
	openDays: z.array(Day),
	isConfirmed: z.boolean(),
})
export type DoubtState = z.infer<typeof DoubtState>

/** How well a device was heard in a month: a matter for the technician, apart from the ranking. Hours. */
export const DeviceQuality = z.object({
	device: Id,
	name: Name,
	courtyard: Id,
	/** Hours judged by readings as a share of those that should have been, 0 to 1. */
	coverage: z.number(),
	valid: z.number(),
	missing: z.number(),
	/** The sensor itself was at fault. */
	faulty: z.number(),
	/** Never heard in the month, although it should have been. */
	isSilent: z.boolean(),
	doubts: z.array(DoubtState),
})
export type DeviceQuality = z.infer<typeof DeviceQuality>

/** `GET /api/data-quality`: from the month's latest draft; reviews count at once. */
export const QualityView = z.object({
	month: Month,
	generatedAt: z.iso.datetime(),
	/** Those with open doubts first. */
	devices: z.array(DeviceQuality),
	reviews: z.array(z.extend(DoubtReview, { at: z.iso.datetime() })),
})
export type QualityView = z.infer<typeof QualityView>
