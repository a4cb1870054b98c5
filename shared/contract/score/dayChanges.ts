import { Id } from '../registry/registry.ts'
import * as z from '../zod.ts'
import { Day, LostPart } from './score.ts'

/** How a courtyard's day differs from the day before: points, nothing rounded, and what changed most in the same direction. */
export const CourtyardDayChange = z.object({
	courtyard: Id,
	score: z.number(),
	before: z.number(),
	change: z.number(),
	cause: z.optional(z.pick(LostPart, { revolution: true, device: true, factor: true, points: true })),
})
export type CourtyardDayChange = z.infer<typeof CourtyardDayChange>

/** How the days of many courtyards differ from the days before: how many, and those that differ most. Names are not in it. */
export const DayChanges = z.object({
	day: Day,
	before: Day,
	/** Courtyards that have a score on both days; of these, up or down by a point or more. */
	compared: z.int(),
	up: z.int(),
	down: z.int(),
	/** Those, the largest change first; at most twelve. */
	courtyards: z.array(CourtyardDayChange),
})
export type DayChanges = z.infer<typeof DayChanges>
