import { Revolution } from '../telemetry/measurand.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'
import { Source } from './indexProfile.ts'

/** The parts of a profile by which courtyards and their heads are judged. */
const Words = z.strictObject({ zh: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) })

/** What it takes for an hour, a day, a month to be valid (domain section 3). */
export const Scoring = z.strictObject({
	/** Minutes of an hour that readings must hold. */
	hourMinutes: z.number().check(z.minimum(1), z.maximum(60)),
	/** Valid hours of a device's day. */
	dayHours: z.int().check(z.minimum(1), z.maximum(24)),
	/** Share of a revolution's devices that must have a valid day, rounded up, for the courtyard's day to be valid. */
	deviceShare: z.number().check(z.gt(0), z.maximum(1)),
	/** Valid days of a month, and of a February. */
	monthDays: z.int().check(z.minimum(1), z.maximum(31)),
	februaryDays: z.int().check(z.minimum(1), z.maximum(29)),
	/** How many days back the last readings before a gap are looked for. */
	lookBackDays: z.int().check(z.minimum(1), z.maximum(31)),
	/**
	 * What makes staff look at a sensor: so many hours on end missing without an excuse, or a radio signal that is
	 * stronger or weaker than on the day before by so many dB.
	 */
	doubts: z._default(
		z.strictObject({ gapHours: z.int().check(z.minimum(1)), signalJump: z.number().check(z.positive()) }),
		{ gapHours: 3, signalJump: 15 },
	),
	source: Source,
})
export type Scoring = z.infer<typeof Scoring>

/** How a month is ranked (domain section 6). */
export const RankingRules = z
	.strictObject({
		/** Shares of the three parts; an absent part gives its share to the others. */
		weights: z.strictObject({
			environment: z.number().check(z.positive()),
			inspection: z.number().check(z.minimum(0)),
			response: z.number().check(z.minimum(0)),
		}),
		/** Entries of the red and of the black list. */
		redList: z.int().check(z.minimum(0), z.maximum(1000)),
		blackList: z.int().check(z.minimum(0), z.maximum(1000)),
		/** Only scores from this one on can be on the red list, only scores below that one on the black list (ADR 9). */
		redFrom: z.number().check(z.minimum(0), z.maximum(100)),
		blackBelow: z.number().check(z.minimum(0), z.maximum(100)),
		/** Fewer tasks in a month are too few to judge the response by. */
		minimumTasks: z.int().check(z.minimum(1)),
		/** Fewer sensors are too few to be ranked. */
		minimumSensors: z.int().check(z.minimum(1)),
		/** Upper ends of the size classes of courtyards, in households, rising; larger ones are the last class. */
		sizeClasses: z.array(z.int().check(z.minimum(1))),
		source: Source,
	})
	.check(
		z.refine(({ redFrom, blackBelow }) => redFrom >= blackBelow, {
			path: ['redFrom'],
			...told({
				zh: '不低于黑榜分数线（blackBelow），谁也不会同时上两个榜',
				en: 'at least "blackBelow", so that nobody is on both lists',
			}),
		}),
	)

/** The items of the inspection sheet: each starts full, defects deduct, down to 0. */
export const InspectionItem = z.strictObject({
	id: z.string().check(
		z.regex(
			/^[a-z][a-z0-9-]*$/,
			told({
				zh: '小写字母开头的名称，如 ammonia-high',
				en: 'a name such as ammonia-high: small letters, digits and "-"',
			}),
		),
	),
	revolution: z.optional(Revolution),
	name: Words,
	/** Points of the item; the sheet's score is the share of all points that is left, times 100. */
	points: z.number().check(z.positive()),
	/** What may be deducted for one defect, as a suggestion to the inspector. */
	defects: z.array(z.strictObject({ name: Words, points: z.number().check(z.positive()) })),
	source: Source,
})
export type InspectionItem = z.infer<typeof InspectionItem>

/** "4+X" duties of a courtyard head, ticked monthly. */
export const Duty = z.strictObject({
	id: z.string().check(
		z.regex(
			/^[a-z][a-z0-9-]*$/,
			told({
				zh: '小写字母开头的名称，如 ammonia-high',
				en: 'a name such as ammonia-high: small letters, digits and "-"',
			}),
		),
	),
	name: Words,
	source: Source,
})
export type Duty = z.infer<typeof Duty>

/** How a courtyard head is evaluated: three stars, and when an adjustment is proposed to staff. Never automatic. */
export const EvaluationRules = z.strictObject({
	/** Weights of the five figures, and the scores from which on two and three stars are given, 0 to 100. */
	weights: z.strictObject({
		acknowledged: z.number().check(z.minimum(0)),
		withinSla: z.number().check(z.minimum(0)),
		notReopened: z.number().check(z.minimum(0)),
		trend: z.number().check(z.minimum(0)),
		duties: z.number().check(z.minimum(0)),
	}),
	twoStars: z.number().check(z.minimum(0), z.maximum(100)),
	threeStars: z.number().check(z.minimum(0), z.maximum(100)),
	/** The lowest share of heads that, so many months running, is proposed for adjustment. */
	adjustShare: z.number().check(z.minimum(0), z.maximum(1)),
	adjustMonths: z.int().check(z.minimum(1)),
	/** Fewer tasks in a month say nothing about a head: what is made of them is absent, not bad. */
	minimumTasks: z._default(z.int().check(z.minimum(1)), 3),
	/** Fewer heads have no lowest share: nobody is proposed. */
	minimumHeads: z._default(z.int().check(z.minimum(1)), 10),
	/** Stars are given when the figures there are have at least this share of all weights. */
	minimumWeight: z._default(z.number().check(z.minimum(0), z.maximum(1)), 0.25),
	/** The trend compares with the mean of so many months before; a fall by `trendSpan` points makes it 0. */
	trendMonths: z._default(z.int().check(z.minimum(1)), 3),
	trendSpan: z._default(z.number().check(z.positive()), 10),
	source: Source,
})
export type EvaluationRules = z.infer<typeof EvaluationRules>
