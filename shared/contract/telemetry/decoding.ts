import type { Device } from '../registry/registry.ts'
import type { Decoded } from './reading.ts'

/** The registered devices, found by the names that payloads use. */
export type DeviceBook = {
	byId(id: string): Device | undefined
	/** @param eui 16 hexadecimal digits in lower case */
	byEui(eui: string): Device | undefined
	/** @param mn the number of a sewage station, HJ 212 */
	byMn(mn: string): Device | undefined
}

export type DecodeContext = {
	/** The publishing thing: the device itself, or a gateway that speaks for others. */
	thing: string
	/** Milliseconds since 1970. */
	receivedAt: number
	devices: DeviceBook
}

/**
 * Makes readings of one payload. Whatever the bytes are, it answers: what it understood, what was wrong, and what it
 * did not know. It never throws, and takes time in proportion to the payload.
 */
export type Decoder = (payload: Uint8Array, context: DecodeContext) => Decoded
