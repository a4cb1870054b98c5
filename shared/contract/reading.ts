import type { Measurand, Values } from './measurand.ts'

/** One device at one instant. */
export type Reading = {
	device: string
	/** Milliseconds since 1970. */
	at: number
	values: Values
	/** Measurands the device itself, or the plausibility check, marked as unusable: they neither raise nor clear. */
	bad?: readonly Measurand[]
}

/** What a decoder makes of one payload: the readings it understood and the parts it could not take. */
export type Decoded = {
	readings: Reading[]
	faults: Fault[]
	/** Keys that no measurand has; kept out and counted, never fatal. */
	unknownKeys: string[]
}

/** Why something went to quarantine. `field` is a path into the payload where there is one. */
export type Fault = {
	code: FaultCode
	field?: string
	expected?: string
	/** What came, shortened. */
	got?: string
	/** The device that is spoken of, where it is known. */
	device?: string
	at?: number
	/** The measurands that were implausible, when that is the fault. */
	measurands?: readonly Measurand[]
}

export const faultCodes = [
	'not-json',
	'wrong-type',
	'empty',
	'implausible',
	'too-large',
	'too-late',
	'clock-ahead',
	'unregistered',
	'not-listed',
	'unknown-format',
	'bad-topic',
	'bad-message',
] as const
export type FaultCode = (typeof faultCodes)[number]
