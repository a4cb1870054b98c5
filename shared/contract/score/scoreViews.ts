import { Name } from '../registry/registry.ts'
import { Revolution } from '../telemetry/measurand.ts'
import * as z from '../zod.ts'
import { Band } from './liveViews.ts'
import { Day, Doubt, Excuse, Factor, Month } from './score.ts'

/** Two decimals, half up; null where nothing is known. */
const Score = z.nullable(z.number().check(z.minimum(0), z.maximum(100)))
const Words = z.object({ zh: z.string(), en: z.string() })
const RevolutionView = z.object({
	score: Score,
	/** Its share of the courtyard's score, 0 to 1. */
	weight: z.number(),
	devices: z.int(),
})
const Scored = {
	score: Score,
	band: Band,
	/** Hours judged by readings, as a share of all that were to be, 0 to 1. */
	coverage: z.number(),
	/** Only those the courtyard has. */
	revolutions: z.partialRecord(Revolution, RevolutionView),
}

export const DayScoreView = z.object({
	day: Day,
	...Scored,
	/** Enough is known of it to count for a month's rank. */
	isValid: z.boolean(),
})

export const MonthScoreView = z.object({
	month: Month,
	...Scored,
	/** The month goes on: this is how it stands. */
	isRunning: z.boolean(),
	/** Enough valid days to be ranked. */
	isSufficient: z.boolean(),
	validDays: z.int(),
	neededDays: z.int(),
})

/** A courtyard's scores: the days asked for, as far as they are scored, and each month one of them lies in, whole. */
export const ScoresView = z.object({
	courtyard: z.string(),
	from: Day,
	to: Day,
	days: z.array(DayScoreView),
	months: z.array(MonthScoreView),
	/** The day that goes on has no score yet. */
	running: z.object({ day: Day, text: Words }),
})
export type ScoresView = z.infer<typeof ScoresView>

/** Why a score is what it is: the points of all parts add up to 100 − score. */
export const ExplanationView = z.object({
	courtyard: z.string(),
	name: Name,
	/** A day or a month. */
	period: z.union([Day, Month]),
	...Scored,
	lost: z.nullable(z.number()),
	isRunning: z.boolean(),
	isSufficient: z.boolean(),
	validDays: z.int(),
	neededDays: z.int(),
	validity: Words,
	parts: z.array(
		z.object({
			/** Absent on the line that sums up the small ones. */
			part: z.optional(z.object({ revolution: Revolution, device: z.string(), factor: Factor })),
			/** Unrounded, and rounded to tenths so that the tenths add up as well. */
			points: z.number(),
			tenths: z.number(),
			hours: z.number(),
			text: Words,
		}),
	),
	/** Hours that were not judged by readings. */
	hours: z.array(
		z.object({
			device: z.string(),
			why: z.union([Excuse, z.literal('missing')]),
			hours: z.number(),
			text: Words,
		}),
	),
	doubts: z.array(z.object({ device: z.string(), doubt: Doubt, days: z.array(Day), text: Words })),
	/** The one repair that would have gained most, and at most how much. */
	repair: z.nullable(z.object({ device: z.string(), factor: Factor, points: z.number(), text: Words })),
	/** `id@version` of the profiles it was judged by. */
	profiles: z.array(z.string()),
})
export type ExplanationView = z.infer<typeof ExplanationView>
