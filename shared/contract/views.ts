import { Measurand, Revolution } from './measurand.ts'
import { Fault, FaultCode } from './reading.ts'
import { Courtyard, Device, Name } from './registry.ts'
import * as z from './zod.ts'

/** 优 / 良 / 中 / 差, or not enough data. */
export const Band = z.enum(['excellent', 'good', 'fair', 'poor', 'insufficient'])
export type Band = z.infer<typeof Band>

/** A score with two decimals, half up; null while there is nothing to judge by. */
const Score = z.nullable(z.number().check(z.minimum(0), z.maximum(100)))

const Primary = z.object({ device: z.string(), measurands: z.array(Measurand) })

export const RevolutionScore = z.object({
	score: Score,
	band: Band,
	/** Devices that have a reading that still holds, and all that should. */
	reporting: z.int(),
	devices: z.int(),
	/** 首要因子: the devices with the lowest index of the revolution, and what makes it low. */
	primary: z.array(Primary),
})
export type RevolutionScore = z.infer<typeof RevolutionScore>

/** How a courtyard is at one moment. */
export const ScoreNow = z.object({
	score: Score,
	band: Band,
	/** Only the revolutions that the courtyard has. */
	revolutions: z.partialRecord(Revolution, RevolutionScore),
	/** Devices whose clock somebody should set right, and how far it is ahead, below zero behind; absent: none. */
	clocks: z.optional(z.array(z.object({ device: z.string(), offSeconds: z.int() }))),
})
export type ScoreNow = z.infer<typeof ScoreNow>

/** A courtyard as it is now; in a list of many as it was at most five minutes ago. */
export const CourtyardView = z.extend(Courtyard, {
	villageName: z.optional(Name),
	...ScoreNow.shape,
	/** When it was worked out, to the minute, so that who asks more often and sees nothing new is told so in a few bytes. */
	at: z.iso.datetime(),
})
export type CourtyardView = z.infer<typeof CourtyardView>

/** `GET /api/courtyards`. */
export const CourtyardsView = z.object({ courtyards: z.array(CourtyardView) })
export type CourtyardsView = z.infer<typeof CourtyardsView>

/** Without the serial number: with the claim certificate beside it a device gets its certificate (docs/certificates.md). */
export const DeviceView = z.extend(z.omit(Device, { serial: true }), {
	index: Score,
	band: Band,
	primary: z.array(Measurand),
	/** The newest value of each measurand that still holds, and when it was measured. */
	values: z.partialRecord(Measurand, z.object({ value: z.number(), at: z.iso.datetime() })),
	/** How far its clock is ahead; below zero it is behind, or its messages take that long. Null: it sends no time. */
	clockAheadSeconds: z.nullable(z.int()),
	/** Active faults of the sensor; while there is one its readings do not count for the score. */
	faults: z.array(z.object({ rule: z.string(), text: z.object({ zh: z.string(), en: z.string() }) })),
	lastReadingAt: z.nullable(z.iso.datetime()),
})
export type DeviceView = z.infer<typeof DeviceView>

/** `GET /api/courtyards/{id}/devices`. */
export const DevicesView = z.object({ devices: z.array(DeviceView) })
export type DevicesView = z.infer<typeof DevicesView>

/** How finely a device's history is asked for. Days, and the six parts of each, are those of Asia/Shanghai. */
export const Resolution = z.enum(['raw', 'hour', 'four-hours', 'day'])
export type Resolution = z.infer<typeof Resolution>

const Page = {
	device: z.string(),
	from: z.iso.datetime(),
	to: z.iso.datetime(),
	alarms: z.array(
		z.object({
			rule: z.string(),
			onset: z.iso.datetime(),
			raisedAt: z.iso.datetime(),
			clearedAt: z.nullable(z.iso.datetime()),
		}),
	),
	/** Set when older readings were asked for than are kept; `from` is then the oldest there can be. */
	clipped: z.optional(z.object({ asked: z.iso.datetime(), text: z.object({ zh: z.string(), en: z.string() }) })),
	/** `from` of the next page. */
	next: z.optional(z.iso.datetime()),
}

export const Statistics = z.object({ count: z.int(), min: z.number(), mean: z.number(), max: z.number() })
export type Statistics = z.infer<typeof Statistics>

/** One page of a device's history. `from` and `to` of an hour or day page are widened to whole hours or days. */
export const ReadingsPage = z.discriminatedUnion('resolution', [
	z.object({
		resolution: z.literal('raw'),
		...Page,
		readings: z.array(
			z.object({
				at: z.iso.datetime(),
				values: z.partialRecord(Measurand, z.number()),
				bad: z.optional(z.array(Measurand)),
			}),
		),
	}),
	z.object({
		resolution: z.enum(['hour', 'four-hours', 'day']),
		...Page,
		/** Only those in which something was measured; a value that is not usable does not count. */
		buckets: z.array(z.object({ start: z.iso.datetime(), measurands: z.partialRecord(Measurand, Statistics) })),
	}),
])
export type ReadingsPage = z.infer<typeof ReadingsPage>

const Words = z.object({ zh: z.string(), en: z.string() })

export const QuarantineEntryView = z.object({
	id: z.string(),
	receivedAt: z.iso.datetime(),
	topic: z.string(),
	thing: z.string(),
	reasons: z.array(z.extend(Fault, { text: Words })),
	/** The bytes as they came, base64; only the beginning of a payload of more than 350 KB. */
	payload: z.string(),
	/** Its length as it came. */
	payloadBytes: z.int(),
	expiresAt: z.iso.datetime(),
	/** The last time it was put back on the queue. */
	replayed: z.nullable(z.object({ at: z.iso.datetime(), by: z.object({ id: z.string(), name: z.string() }) })),
	/** The entry whose replay was refused again. */
	replayOf: z.optional(z.string()),
})
export type QuarantineEntryView = z.infer<typeof QuarantineEntryView>

export const QuarantineView = z.object({ entries: z.array(QuarantineEntryView), next: z.optional(z.string()) })
export type QuarantineView = z.infer<typeof QuarantineView>

export const QuarantineSummary = z.object({
	groups: z.array(
		z.object({
			device: z.string(),
			reason: FaultCode,
			messages: z.int(),
			/** Those not replayed yet. */
			open: z.int(),
			firstAt: z.iso.datetime(),
			lastAt: z.iso.datetime(),
			/** The newest entry, and its reason in words. */
			example: z.string(),
			text: Words,
		}),
	),
	/** Older entries were not counted any more: ask again with this as `before`. */
	next: z.optional(z.string()),
})
export type QuarantineSummary = z.infer<typeof QuarantineSummary>

/** What replaying an entry answers. */
export const ReplayView = z.object({
	id: z.string(),
	replayed: z.object({ at: z.iso.datetime(), by: z.object({ id: z.string(), name: z.string() }) }),
})
export type ReplayView = z.infer<typeof ReplayView>

export const GroupReplay = z.object({
	device: z.string().check(z.minLength(1), z.maxLength(64)),
	reason: FaultCode,
	before: z.optional(z.string()),
})
export type GroupReplay = z.infer<typeof GroupReplay>

export const GroupReplayView = z.object({
	replayed: z.int(),
	/** Entries that cannot be replayed, each with the reason. */
	impossible: z.array(z.object({ id: z.string(), detail: z.string(), zh: z.string() })),
	/** There may be more: ask again with this as `before`. */
	next: z.optional(z.string()),
})
export type GroupReplayView = z.infer<typeof GroupReplayView>
