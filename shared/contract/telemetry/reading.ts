import * as z from '../zod.ts'
import { Measurand, type Values } from './measurand.ts'

/** One device at one instant. */
export type Reading = {
	device: string
	/** Milliseconds since 1970. */
	at: number
	values: Values
	/** Measurands the device itself, or the plausibility check, marked as unusable: they neither raise nor clear. */
	bad?: readonly Measurand[]
	/** Why a value is missing or unusable, where the device said so. */
	quality?: Quality
}

/**
 * What a device says of a value that it cannot give. Those that ask for somebody's care stand in `bad` as well. Not so
 * `polarising`, a gas cell that is warming up, and of sewage stations (HJ 212) `stopped`, `maintenance`, `calibrating`
 * and `no-value`.
 */
export const QualityMark = z.enum([
	'polarising',
	'sensor-error',
	'out-of-range',
	'tilted',
	'stopped',
	'maintenance',
	'calibrating',
	'no-connection',
	'no-power',
	'no-value',
	'contradictory',
	'not-normal',
])
export type QualityMark = z.infer<typeof QualityMark>
export type Quality = Partial<Record<Measurand, QualityMark>>

/** Why a payload holds no reading though nothing is wrong with it. */
export type Ignored = 'simulated' | 'not-an-uplink' | 'nothing-measured'

/** What a decoder makes of one payload: the readings it understood and the parts it could not take. */
export type Decoded = {
	readings: Reading[]
	faults: Fault[]
	/** Keys that no measurand has; kept out and counted, never fatal. */
	unknownKeys: string[]
	ignored?: Ignored
}

export const FaultCode = z.enum([
	'not-json',
	'not-cbor',
	'not-hex',
	'wrong-type',
	'empty',
	'implausible',
	'too-large',
	'too-late',
	'clock-ahead',
	'unregistered',
	'not-listed',
	'unknown-format',
	'must-understand',
	'unknown-unit',
	'unknown-channel',
	'cut-off',
	'no-model',
	'no-geometry',
	'bad-message',
	'not-hj212',
	'wrong-length',
	'wrong-crc',
	'missing-parts',
])
export type FaultCode = z.infer<typeof FaultCode>

/** Why something went to quarantine: which field, what was expected, what came. */
export const Fault = z.object({
	code: FaultCode,
	/** A path into the payload, where there is one. */
	field: z.optional(z.string()),
	expected: z.optional(z.string()),
	/** What came, shortened. */
	got: z.optional(z.string()),
	/** The device that is spoken of, where it is known. */
	device: z.optional(z.string()),
	at: z.optional(z.number()),
	/** The measurands that were implausible, when that is the fault. */
	measurands: z.optional(z.readonly(z.array(Measurand))),
})
export type Fault = z.infer<typeof Fault>
