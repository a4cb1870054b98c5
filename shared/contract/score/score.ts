import { Id } from '../registry/registry.ts'
import { Measurand, Revolution } from '../telemetry/measurand.ts'
import { type Told, told } from '../text/told.ts'
import * as z from '../zod.ts'

/** A calendar day in Asia/Shanghai, `2026-11-23`, and a month, `2026-11`. */
export const Day = z.iso.date()
export const writtenMonth: Told = { zh: '月份的写法如 2026-11', en: 'a month is written like "2026-11"' }
export const Month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, told(writtenMonth)))

/** Points an hour lost (100 − index), by the primary factor that cost them; ties share evenly. */
export const Lost = z.partialRecord(Measurand, z.number())
export type Lost = z.infer<typeof Lost>

/**
 * Why an hour is not to be held against anybody, nor counted: the device was under repair, its gateway or village was
 * cut off, the sensor itself is at fault, or an appeal (申诉) was accepted.
 */
export const Excuse = z.enum(['out-of-service', 'outage', 'sensor-fault', 'appeal'])
export type Excuse = z.infer<typeof Excuse>

/** One hour of one device: judged, excused, or a gap (readings held for fewer minutes than an hour needs). */
export const HourScore = z.discriminatedUnion('is', [
	z.object({ is: z.literal('valid'), minutes: z.number(), lost: Lost }),
	z.object({ is: z.literal('excused'), why: Excuse }),
	z.object({
		is: z.literal('gap'),
		minutes: z.number(),
		/** Points lost in the minutes that readings held; absent where none did. */
		lost: z.optional(Lost),
		/** The index the sensor last showed before the end of the hour, on the same day; absent where it showed none. */
		shown: z.optional(z.number()),
	}),
])
export type HourScore = z.infer<typeof HourScore>

/** What makes staff look at a sensor: signs that it was covered, moved or unplugged. Never a deduction by itself. */
export const Doubt = z.enum(['coverage-drop', 'flat-line', 'moved'])
export type Doubt = z.infer<typeof Doubt>

/** A device's day: its 24 hours from 00:00 Asia/Shanghai. A function of the readings, the profile and the registry. */
export const DeviceDay = z.object({
	device: Id,
	revolution: Revolution,
	hours: z.array(HourScore).check(z.length(24)),
	doubts: z.array(Doubt),
	/** The index it showed last on that day. */
	shown: z.optional(z.number()),
	/** It was found stuck on that day, and stood still since this instant of an earlier one, milliseconds since 1970. */
	stuckSince: z.optional(z.int()),
	/** The median strength of its radio signal, dBm. */
	signal: z.optional(z.number()),
})
export type DeviceDay = z.infer<typeof DeviceDay>

/** What is kept for each courtyard and day. Everything else about scores is worked out from these when it is asked for. */
export const CourtyardDay = z.object({
	courtyard: Id,
	day: Day,
	/** `id@version` of the profile that was in force. */
	profile: z.string(),
	/** Every device that counted for the courtyard on that day, in the order of ids. */
	devices: z.array(DeviceDay),
})
export type CourtyardDay = z.infer<typeof CourtyardDay>

/** `missing`: points by which hours without readings are judged (ADR 8). */
export const Factor = z.enum([...Measurand.options, 'missing'])
export type Factor = z.infer<typeof Factor>

/** Points of the courtyard's score that one factor of one device cost, and in how many hours. */
export const LostPart = z.object({
	revolution: Revolution,
	device: Id,
	factor: Factor,
	points: z.number(),
	hours: z.number(),
	/** Of these hours, those in which this factor alone took more than 40 points: beyond its limit, where the index is 60. */
	beyond: z.optional(z.number()),
})
export type LostPart = z.infer<typeof LostPart>

const RevolutionPart = z.object({
	/** 0 to 100; null where nothing is known. */
	score: z.nullable(z.number()),
	/** Its share of the courtyard's score, 0 to 1. */
	weight: z.number(),
	devices: z.int(),
})

/** A courtyard's score for a day, unrounded. `isValid`: enough is known of it to count for a month's rank. */
export const DayScore = z.object({
	courtyard: Id,
	day: Day,
	score: z.nullable(z.number()),
	isValid: z.boolean(),
	/** Hours judged by readings, as a share of all that were to be, 0 to 1. */
	coverage: z.number(),
	revolutions: z.partialRecord(Revolution, RevolutionPart),
	/** 100 − score is their sum, to 1e-9. */
	parts: z.array(LostPart),
})
export type DayScore = z.infer<typeof DayScore>

/** What was known of a device in a period, in hours: judged by readings, missing, excused and why. */
const DeviceHours = z.object({
	device: Id,
	revolution: Revolution,
	valid: z.int(),
	missing: z.int(),
	excused: z.partialRecord(Excuse, z.int()),
})
export type DeviceHours = z.infer<typeof DeviceHours>

/** A courtyard's score for some days or a month: the mean of its days. */
export const PeriodScore = z.object({
	courtyard: Id,
	from: Day,
	to: Day,
	score: z.nullable(z.number()),
	/** Enough valid days to be ranked. */
	isSufficient: z.boolean(),
	validDays: z.int(),
	neededDays: z.int(),
	coverage: z.number(),
	revolutions: z.partialRecord(Revolution, RevolutionPart),
	parts: z.array(LostPart),
	/** Doubts about sensors, with the days on which they were seen. */
	doubts: z.array(z.object({ device: Id, doubt: Doubt, days: z.array(Day) })),
	/** Every device that counted, in the order of ids. */
	devices: z.array(DeviceHours),
	days: z.array(DayScore),
})
export type PeriodScore = z.infer<typeof PeriodScore>
