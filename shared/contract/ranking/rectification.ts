import { Id } from '../registry/registry.ts'
import { Day } from '../score/score.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'

/** `POST /api/rankings/{month}/plans`: how a courtyard on the black list means to mend matters (整改方案). */
export const NewPlan = z.strictObject({
	courtyard: Id,
	text: z
		.string()
		.check(
			z.trim(),
			z.minLength(
				1,
				told({ zh: '请写明怎样整改，1 到 2000 个字', en: 'say what will be done, in 1 to 2000 characters' }),
			),
			z.maxLength(2000),
		),
	/** The day by which it is to be done. */
	due: Day,
})
export type NewPlan = z.infer<typeof NewPlan>

/** A plan on record; earlier ones stay beside it. */
export const Plan = z.object({ ...NewPlan.shape, at: z.int(), by: z.object({ id: z.string(), name: z.string() }) })
export type Plan = z.infer<typeof Plan>
