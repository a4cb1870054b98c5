import { Day } from '../score/score.ts'
import * as z from '../zod.ts'

/** The visits of a household toilet by day, of the days that have any. */
export const VisitsView = z.object({
	device: z.string(),
	from: Day,
	/** Included. */
	to: Day,
	days: z.array(z.object({ day: Day, visits: z.int() })),
})
export type VisitsView = z.infer<typeof VisitsView>
