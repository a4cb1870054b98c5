import * as z from 'zod'
import { Measurand, Revolution } from './measurand.ts'

/** A profile: every number a township may want to correct, each with its source, in force from a date. */
const Source = z.string().min(1)

const breakpoints = z
	.array(z.tuple([z.number(), z.number().min(0).max(500)]))
	.min(2)
	.refine((points) => points.every((point, i) => i === 0 || (points[i - 1]?.[0] ?? 0) <= point[0]), {
		error: 'breakpoints stand in the order of rising value',
	})

const SewageLimit = z.strictObject({
	limit: z.number().positive(),
	/** The limit in brackets: it applies while the water is at most `coldAtMost` °C. */
	coldLimit: z.number().positive().optional(),
})

/** A fixed scale, or one in multiples of the limit that the device's discharge level has. */
export const Scale = z.union([
	z.strictObject({ breakpoints, source: Source }),
	z.strictObject({
		multiples: breakpoints,
		levels: z.partialRecord(z.enum(['I', 'II', 'III']), SewageLimit),
		coldAtMost: z.number().optional(),
		source: Source,
	}),
])
export type Scale = z.infer<typeof Scale>

export const MeasurandProfile = z.strictObject({
	unit: z.string(),
	/** The values a sound sensor can send, both ends included. */
	plausible: z.tuple([z.number(), z.number()]),
	/** Absent for a measurand that is information only. */
	scale: Scale.optional(),
	source: Source,
})
export type MeasurandProfile = z.infer<typeof MeasurandProfile>

const Delay = z.strictObject({
	/** Consecutive readings needed … */
	readings: z.int().min(1).max(100),
	/** … and the time they must span, seconds. Both must be reached. */
	seconds: z.int().min(0).max(86_400),
})

export const Severity = z.enum(['critical', 'major', 'minor'])
export type Severity = z.infer<typeof Severity>

const rule = {
	/** Names the rule in task ids and texts, e.g. `ammonia-high`. */
	id: z.string().regex(/^[a-z][a-z0-9-]*$/),
	on: Delay,
	off: Delay,
	severity: Severity,
	/**
	 * `environment`: the courtyard's matter. `device`: the sensor needs care, the courtyard is not to blame; while such
	 * an alarm is active the device's readings do not count for the score.
	 */
	concerns: z.enum(['environment', 'device']),
	source: Source,
}

/** A value beyond its limit. */
const LimitRule = z.strictObject({
	...rule,
	watches: z.literal('limit'),
	measurand: Measurand,
	direction: z.enum(['high', 'low']),
	/** Absent: the value where the index of the measurand is 60. */
	limit: z.number().optional(),
	/** In the unit of the measurand, or as a share of the limit where the limit depends on the device's level. */
	deadband: z.union([z.number().min(0), z.strictObject({ shareOfLimit: z.number().min(0).max(1) })]),
})
export type LimitRule = z.infer<typeof LimitRule>

/** Values that no sound sensor sends. */
const PlausibilityRule = z.strictObject({ ...rule, watches: z.literal('plausibility') })

export const AlarmRule = z.discriminatedUnion('watches', [LimitRule, PlausibilityRule])
export type AlarmRule = z.infer<typeof AlarmRule>

export const Profile = z.strictObject({
	id: z.string().min(1),
	version: z.string().min(1),
	/** The first day, Asia/Shanghai, on which it is in force. */
	effectiveFrom: z.iso.date(),
	measurands: z.partialRecord(Measurand, MeasurandProfile),
	alarms: z.array(AlarmRule),
	/** Shares of the revolutions in a courtyard's score; those a courtyard lacks drop out. */
	weights: z.record(Revolution, z.number().positive()),
	/** A reading holds for this many reporting intervals; after that it is missing. */
	holdIntervals: z.number().positive(),
	/**
	 * 卡死: a measurand whose value stays the same to the last digit for so many hours, while the same measurand of
	 * a neighbour (a device of the same kind in the village) moves, is stuck. Those not named may stand still.
	 */
	stuckAfterHours: z.partialRecord(Measurand, z.number().positive()),
	/** Many devices of one gateway or village that fall silent together are one outage. */
	outage: z.strictObject({
		/** At least so many … */
		devices: z.int().min(2),
		/** … and at least this share of those that were still reporting … */
		share: z.number().min(0).max(1),
		/** … whose last readings lie within so many minutes. */
		withinMinutes: z.number().positive(),
		/** How long a silent device waits for the others before it becomes a task of its own, minutes. */
		waitMinutes: z.number().min(0),
		source: Source,
	}),
	source: Source,
})
export type Profile = z.infer<typeof Profile>
