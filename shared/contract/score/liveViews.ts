import { Courtyard, Device, Name } from '../registry/registry.ts'
import { Measurand, Revolution } from '../telemetry/measurand.ts'
import * as z from '../zod.ts'

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
