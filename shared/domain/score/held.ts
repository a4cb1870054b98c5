import { type Measurand, measurands, type Values } from '../../contract/measurand.ts'
import type { Instant } from '../telemetry/hourPack.ts'

/** Each measurand's newest value, and when it was measured. */
export type Held = Partial<Record<Measurand, { value: number; at: number }>>

/** Takes the usable values of a reading in. Instants come in the order of time; what is not usable changes nothing. */
export function takeIn(held: Held, { at, values }: Instant): void {
	for (const name of measurands) {
		const value = values[name]
		if (value !== undefined) held[name] = { value, at }
	}
}

/** Drops what does not hold any more: a value holds up to and with `hold` milliseconds after it was measured. */
export function dropExpired(held: Held, hold: number, now: number): void {
	for (const name of measurands) {
		const known = held[name]
		if (known && now - known.at > hold) delete held[name]
	}
}

export function valuesOf(held: Held): Values {
	const values: Values = {}
	for (const name of measurands) {
		const known = held[name]
		if (known) values[name] = known.value
	}
	return values
}
