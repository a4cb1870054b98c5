import { Severity } from '../task/severity.ts'
import { TriageKind } from '../task/triageKind.ts'
import { Measurand, Revolution } from '../telemetry/measurand.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'
import { Alerting } from './alerting.ts'
import { IndexMeasurand, IndexProfile, IndexRule, Source } from './indexProfile.ts'
import { Duty, EvaluationRules, InspectionItem, RankingRules, Scoring } from './judgingRules.ts'
import { residentRules } from './residentRules.ts'

/** As in every index profile, and what a sound sensor can send: readings beyond it are refused. */
export const MeasurandProfile = z.extend(IndexMeasurand, { plausible: z.tuple([z.number(), z.number()]) })
export type MeasurandProfile = z.infer<typeof MeasurandProfile>

const Delay = z.strictObject({
	/** Consecutive readings needed … */
	readings: z.int().check(z.minimum(1), z.maximum(100)),
	/** … and the time they must span, seconds. Both must be reached. */
	seconds: z.int().check(z.minimum(0), z.maximum(86_400)),
})

const rule = {
	/** Names the rule in task ids and texts, e.g. `ammonia-high`. */
	id: z.string().check(
		z.regex(
			/^[a-z][a-z0-9-]*$/,
			told({
				zh: '小写字母开头的名称，如 ammonia-high',
				en: 'a name such as ammonia-high: small letters, digits and "-"',
			}),
		),
	),
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
	limit: z.optional(z.number()),
	/** In the unit of the measurand, or as a share of the limit where the limit depends on the device's level or class. */
	deadband: z.union([
		z.number().check(z.minimum(0)),
		z.strictObject({ shareOfLimit: z.number().check(z.minimum(0), z.maximum(1)) }),
	]),
})
export type LimitRule = z.infer<typeof LimitRule>

/** Values that no sound sensor sends. */
const PlausibilityRule = z.strictObject({ ...rule, watches: z.literal('plausibility') })

export const AlarmRule = z.discriminatedUnion('watches', [LimitRule, PlausibilityRule])
export type AlarmRule = z.infer<typeof AlarmRule>

const Words = z.strictObject({ zh: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) })

const Deadlines = z.strictObject({
	acknowledgeMinutes: z.number().check(z.positive()),
	fixMinutes: z.number().check(z.positive()),
	/** Acknowledged and then nothing for so many minutes: the acknowledgement has timed out. */
	progressMinutes: z.number().check(z.positive()),
})

/** How soon tasks are to be taken up and mended, and when a repair counts as confirmed (domain section 5). */
const ServiceLevel = z.strictObject({
	critical: Deadlines,
	major: Deadlines,
	minor: Deadlines,
	/** Asia/Shanghai, `HH:MM`: minor alerts wait for the morning. */
	quiet: z.strictObject({ from: z.iso.time({ precision: -1 }), until: z.iso.time({ precision: -1 }) }),
	/** A repair whose alarm is still active after so many minutes has failed: the task comes back. */
	verificationMinutes: z.number().check(z.positive()),
	source: Source,
})
export type ServiceLevel = z.infer<typeof ServiceLevel>

/** A rung of the ladder that tasks climb, and the role in which its people sign in. */
const Rung = z.strictObject({
	id: z.string().check(
		z.regex(
			/^[a-z][a-z0-9-]{0,39}$/,
			told({
				zh: '小写字母开头的名称，如 ammonia-high',
				en: 'a name such as ammonia-high: small letters, digits and "-"',
			}),
		),
	),
	name: Words,
	role: z.enum(['head', 'village', 'staff']),
})
export type Rung = z.infer<typeof Rung>

const TriageRule = z.strictObject({
	/** All that is named must hold. */
	when: z.strictObject({
		source: z.optional(z.enum(['alarm', 'resident', 'inspection', 'order'])),
		severity: z.optional(Severity),
		concerns: z.optional(z.enum(['environment', 'device'])),
		revolution: z.optional(Revolution),
		household: z.optional(z.boolean()),
		/** The same alarm came back at least so many times within `repeatHours` each. */
		repeats: z.optional(z.int().check(z.minimum(1))),
	}),
	kind: TriageKind,
})

/** Whose matter a task is at first, and the ladder it climbs when nobody answers (domain sections 1 and 5). */
const Triage = z
	.strictObject({
		/** From the courtyard up. */
		ladder: z.array(Rung).check(z.minLength(1)),
		/** The first that fits decides. */
		rules: z.array(TriageRule),
		/** Where none fits. */
		otherwise: TriageKind,
		/** The rung that each kind begins with. */
		owners: z.record(TriageKind, z.string()),
		/** An alarm that is raised again within so many hours after it was verified is a repeat. */
		repeatHours: z.number().check(z.positive()),
		source: Source,
	})
	.check(
		z.refine(({ ladder, owners }) => Object.values(owners).every((owner) => ladder.some(({ id }) => id === owner)), {
			...told({ zh: '每个 owner 都是 ladder 中的一级', en: 'every owner a rung of the ladder' }),
			path: ['owners'],
		}),
	)

/** A profile: every number a township may want to correct, each with its source, in force from a date. */
export const Profile = z.extend(IndexProfile, {
	/** 100 is best, so the lowest is the worst, and whatever is not 100 has a primary factor. */
	index: z.prefault(
		z.extend(z.omit(IndexRule, { primaryAbove: true }), { worst: z._default(z.literal('lowest'), 'lowest') }),
		{ source: 'not stated: not rounded' },
	),
	measurands: z.partialRecord(Measurand, MeasurandProfile),
	alarms: z.array(AlarmRule),
	/** Shares of the revolutions in a courtyard's score; those a courtyard lacks drop out. */
	weights: z.record(Revolution, z.number().check(z.positive())),
	/** Sources of the numbers that stand by themselves. */
	sources: z.strictObject({ weights: Source, holdIntervals: Source, stuckAfterHours: Source }),
	scoring: Scoring,
	ranking: RankingRules,
	inspection: z.array(InspectionItem),
	duties: z.array(Duty),
	headEvaluation: EvaluationRules,
	serviceLevel: ServiceLevel,
	triage: Triage,
	...residentRules,
	/** How long the link in an alert opens its task, hours. */
	links: z._default(z.strictObject({ hours: z.number().check(z.positive(), z.maximum(744)), source: Source }), {
		hours: 72,
		source: 'ours: as long as a minor task may take to be mended',
	}),
	alerting: Alerting,
	/** A reading holds for this many reporting intervals; after that it is missing. */
	holdIntervals: z.number().check(z.positive()),
	/**
	 * 卡死: a measurand whose value stays the same to the last digit for so many hours, while the same measurand of
	 * a neighbour (a device of the same kind in the village) moves, is stuck. Those not named may stand still.
	 */
	stuckAfterHours: z.partialRecord(Measurand, z.number().check(z.positive())),
	/** Many devices of one gateway or village that fall silent together are one outage. */
	outage: z.strictObject({
		/** At least so many … */
		devices: z.int().check(z.minimum(2)),
		/** … and at least this share of those that were still reporting … */
		share: z.number().check(z.minimum(0), z.maximum(1)),
		/** … whose last readings lie within so many minutes. */
		withinMinutes: z.number().check(z.positive()),
		/** How long a silent device waits for the others before it becomes a task of its own, minutes. */
		waitMinutes: z.number().check(z.minimum(0)),
		source: Source,
	}),
})
export type Profile = z.infer<typeof Profile>
