import * as z from 'zod'
import { Alerting } from './alerting.ts'
import { IndexMeasurand, IndexProfile, IndexRule, Source } from './indexProfile.ts'
import { Measurand, Revolution } from './measurand.ts'
import { residentRules } from './residentRules.ts'

/** As in every index profile, and what a sound sensor can send: readings beyond it are refused. */
export const MeasurandProfile = IndexMeasurand.extend({ plausible: z.tuple([z.number(), z.number()]) })
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
	/** In the unit of the measurand, or as a share of the limit where the limit depends on the device's level or class. */
	deadband: z.union([z.number().min(0), z.strictObject({ shareOfLimit: z.number().min(0).max(1) })]),
})
export type LimitRule = z.infer<typeof LimitRule>

/** Values that no sound sensor sends. */
const PlausibilityRule = z.strictObject({ ...rule, watches: z.literal('plausibility') })

export const AlarmRule = z.discriminatedUnion('watches', [LimitRule, PlausibilityRule])
export type AlarmRule = z.infer<typeof AlarmRule>

const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/** What it takes for an hour, a day, a month to be valid (domain section 3). */
const Scoring = z.strictObject({
	/** Minutes of an hour that readings must hold. */
	hourMinutes: z.number().min(1).max(60),
	/** Valid hours of a device's day. */
	dayHours: z.int().min(1).max(24),
	/** Share of a revolution's devices that must have a valid day, rounded up, for the courtyard's day to be valid. */
	deviceShare: z.number().gt(0).max(1),
	/** Valid days of a month, and of a February. */
	monthDays: z.int().min(1).max(31),
	februaryDays: z.int().min(1).max(29),
	/** How many days back the last readings before a gap are looked for. */
	lookBackDays: z.int().min(1).max(31),
	/**
	 * What makes staff look at a sensor: so many hours on end missing without an excuse, or a radio signal that is
	 * stronger or weaker than on the day before by so many dB.
	 */
	doubts: z
		.strictObject({ gapHours: z.int().min(1), signalJump: z.number().positive() })
		.default({ gapHours: 3, signalJump: 15 }),
	source: Source,
})
export type Scoring = z.infer<typeof Scoring>

/** How a month is ranked (domain section 6). */
const RankingRules = z
	.strictObject({
		/** Shares of the three parts; an absent part gives its share to the others. */
		weights: z.strictObject({
			environment: z.number().positive(),
			inspection: z.number().min(0),
			response: z.number().min(0),
		}),
		/** Entries of the red and of the black list. */
		redList: z.int().min(0).max(1000),
		blackList: z.int().min(0).max(1000),
		/** Only scores from this one on can be on the red list, only scores below that one on the black list (ADR 9). */
		redFrom: z.number().min(0).max(100),
		blackBelow: z.number().min(0).max(100),
		/** Fewer tasks in a month are too few to judge the response by. */
		minimumTasks: z.int().min(1),
		/** Fewer sensors are too few to be ranked. */
		minimumSensors: z.int().min(1),
		/** Upper ends of the size classes of courtyards, in households, rising; larger ones are the last class. */
		sizeClasses: z.array(z.int().min(1)),
		source: Source,
	})
	.refine(({ redFrom, blackBelow }) => redFrom >= blackBelow, {
		path: ['redFrom'],
		error: '"redFrom" is at least "blackBelow": nobody is on both lists',
	})

/** The items of the inspection sheet: each starts full, defects deduct, down to 0. */
const InspectionItem = z.strictObject({
	id: z.string().regex(/^[a-z][a-z0-9-]*$/),
	revolution: Revolution.optional(),
	name: Words,
	/** Points of the item; the sheet's score is the share of all points that is left, times 100. */
	points: z.number().positive(),
	/** What may be deducted for one defect, as a suggestion to the inspector. */
	defects: z.array(z.strictObject({ name: Words, points: z.number().positive() })),
	source: Source,
})
export type InspectionItem = z.infer<typeof InspectionItem>

/** "4+X" duties of a courtyard head, ticked monthly. */
const Duty = z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]*$/), name: Words, source: Source })
export type Duty = z.infer<typeof Duty>

/** How a courtyard head is evaluated: three stars, and when an adjustment is proposed to staff. Never automatic. */
const EvaluationRules = z.strictObject({
	/** Weights of the five figures, and the scores from which on two and three stars are given, 0 to 100. */
	weights: z.strictObject({
		acknowledged: z.number().min(0),
		withinSla: z.number().min(0),
		notReopened: z.number().min(0),
		trend: z.number().min(0),
		duties: z.number().min(0),
	}),
	twoStars: z.number().min(0).max(100),
	threeStars: z.number().min(0).max(100),
	/** The lowest share of heads that, so many months running, is proposed for adjustment. */
	adjustShare: z.number().min(0).max(1),
	adjustMonths: z.int().min(1),
	/** Fewer tasks in a month say nothing about a head: what is made of them is absent, not bad. */
	minimumTasks: z.int().min(1).default(3),
	/** Fewer heads have no lowest share: nobody is proposed. */
	minimumHeads: z.int().min(1).default(10),
	/** Stars are given when the figures there are have at least this share of all weights. */
	minimumWeight: z.number().min(0).max(1).default(0.25),
	/** The trend compares with the mean of so many months before; a fall by `trendSpan` points makes it 0. */
	trendMonths: z.int().min(1).default(3),
	trendSpan: z.number().positive().default(10),
	source: Source,
})
export type EvaluationRules = z.infer<typeof EvaluationRules>

const Deadlines = z.strictObject({
	acknowledgeMinutes: z.number().positive(),
	fixMinutes: z.number().positive(),
	/** Acknowledged and then nothing for so many minutes: the acknowledgement has timed out. */
	progressMinutes: z.number().positive(),
})

/** How soon tasks are to be taken up and mended, and when a repair counts as confirmed (domain section 5). */
const ServiceLevel = z.strictObject({
	critical: Deadlines,
	major: Deadlines,
	minor: Deadlines,
	/** Asia/Shanghai, `HH:MM`: minor alerts wait for the morning. */
	quiet: z.strictObject({ from: z.iso.time({ precision: -1 }), until: z.iso.time({ precision: -1 }) }),
	/** A repair whose alarm is still active after so many minutes has failed: the task comes back. */
	verificationMinutes: z.number().positive(),
	source: Source,
})
export type ServiceLevel = z.infer<typeof ServiceLevel>

/** 三事分流: 大事 goes to the government, 小事 to the village with its residents, 私事 to the resident, with guidance. */
export const TriageKind = z.enum(['big', 'small', 'private'])
export type TriageKind = z.infer<typeof TriageKind>

/** A rung of the ladder that tasks climb, and the role in which its people sign in. */
const Rung = z.strictObject({
	id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
	name: Words,
	role: z.enum(['head', 'village', 'staff']),
})
export type Rung = z.infer<typeof Rung>

const TriageRule = z.strictObject({
	/** All that is named must hold. */
	when: z.strictObject({
		source: z.enum(['alarm', 'resident', 'inspection', 'order']).optional(),
		severity: Severity.optional(),
		concerns: z.enum(['environment', 'device']).optional(),
		revolution: Revolution.optional(),
		household: z.boolean().optional(),
		/** The same alarm came back at least so many times within `repeatHours` each. */
		repeats: z.int().min(1).optional(),
	}),
	kind: TriageKind,
})

/** Whose matter a task is at first, and the ladder it climbs when nobody answers (domain sections 1 and 5). */
const Triage = z
	.strictObject({
		/** From the courtyard up. */
		ladder: z.array(Rung).min(1),
		/** The first that fits decides. */
		rules: z.array(TriageRule),
		/** Where none fits. */
		otherwise: TriageKind,
		/** The rung that each kind begins with. */
		owners: z.record(TriageKind, z.string()),
		/** An alarm that is raised again within so many hours after it was verified is a repeat. */
		repeatHours: z.number().positive(),
		source: Source,
	})
	.refine(({ ladder, owners }) => Object.values(owners).every((owner) => ladder.some(({ id }) => id === owner)), {
		error: 'every owner a rung of the ladder',
		path: ['owners'],
		params: { zh: '每个 owner 都是 ladder 中的一级' },
	})

/** A profile: every number a township may want to correct, each with its source, in force from a date. */
export const Profile = IndexProfile.extend({
	/** 100 is best, so the lowest is the worst, and whatever is not 100 has a primary factor. */
	index: IndexRule.omit({ primaryAbove: true })
		.extend({ worst: z.literal('lowest').default('lowest') })
		.prefault({ source: 'not stated: not rounded' }),
	measurands: z.partialRecord(Measurand, MeasurandProfile),
	alarms: z.array(AlarmRule),
	/** Shares of the revolutions in a courtyard's score; those a courtyard lacks drop out. */
	weights: z.record(Revolution, z.number().positive()),
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
	links: z
		.strictObject({ hours: z.number().positive().max(744), source: Source })
		.default({ hours: 72, source: 'ours: as long as a minor task may take to be mended' }),
	alerting: Alerting,
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
})
export type Profile = z.infer<typeof Profile>
