import * as z from 'zod'
import { Measurand, Revolution } from './measurand.ts'
import { Fault } from './reading.ts'
import { Courtyard, Device, Name } from './registry.ts'

/** 优 / 良 / 中 / 差, or not enough data. */
export const Band = z.enum(['excellent', 'good', 'fair', 'poor', 'insufficient'])
export type Band = z.infer<typeof Band>

/** A score with two decimals, half up; null while there is nothing to judge by. */
const Score = z.number().min(0).max(100).nullable()

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

/** A courtyard as it is now. */
export const CourtyardView = Courtyard.extend({
	villageName: Name.optional(),
	score: Score,
	band: Band,
	/** Only the revolutions that the courtyard has. */
	revolutions: z.partialRecord(Revolution, RevolutionScore),
	at: z.iso.datetime(),
})
export type CourtyardView = z.infer<typeof CourtyardView>

export const DeviceView = Device.extend({
	index: Score,
	band: Band,
	primary: z.array(Measurand),
	/** The newest value of each measurand that still holds, and when it was measured. */
	values: z.partialRecord(Measurand, z.object({ value: z.number(), at: z.iso.datetime() })),
	/** Active faults of the sensor; while there is one its readings do not count for the score. */
	faults: z.array(z.object({ rule: z.string(), text: z.object({ zh: z.string(), en: z.string() }) })),
	lastReadingAt: z.iso.datetime().nullable(),
})
export type DeviceView = z.infer<typeof DeviceView>

export const ReadingsPage = z.object({
	device: z.string(),
	from: z.iso.datetime(),
	to: z.iso.datetime(),
	readings: z.array(
		z.object({
			at: z.iso.datetime(),
			values: z.partialRecord(Measurand, z.number()),
			bad: z.array(Measurand).optional(),
		}),
	),
	alarms: z.array(
		z.object({
			rule: z.string(),
			onset: z.iso.datetime(),
			raisedAt: z.iso.datetime(),
			clearedAt: z.iso.datetime().nullable(),
		}),
	),
	/** `from` of the next page. */
	next: z.iso.datetime().optional(),
})
export type ReadingsPage = z.infer<typeof ReadingsPage>

export const QuarantineView = z.object({
	entries: z.array(
		z.object({
			id: z.string(),
			receivedAt: z.iso.datetime(),
			topic: z.string(),
			thing: z.string(),
			reasons: z.array(Fault.extend({ text: z.object({ zh: z.string(), en: z.string() }) })),
			/** The bytes as they came, base64. */
			payload: z.string(),
			expiresAt: z.iso.datetime(),
		}),
	),
	next: z.string().optional(),
})
export type QuarantineView = z.infer<typeof QuarantineView>
