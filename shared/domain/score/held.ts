import type { Measurand, Values } from '../../contract/telemetry/measurand.ts'
import type { Instant } from '../telemetry/hourPack.ts'

/** Each measurand's newest value, and when it was measured. */
export type Held = { values: Values; measuredAt: Partial<Record<Measurand, number>> }

export const nothingHeld = (): Held => ({ values: {}, measuredAt: {} })

/** Takes the usable values of a reading in. Instants come in the order of time; what is not usable changes nothing. */
export function takeIn(held: Held, { at, values }: Instant): void {
	for (const name in values) {
		const measurand = name as Measurand
		const value = values[measurand]
		if (value === undefined) continue
		held.values[measurand] = value
		held.measuredAt[measurand] = at
	}
}

/** What still holds: a value does up to and with `hold` milliseconds after it was measured. */
export function stillHeld(held: Held, hold: number, now: number): Held {
	if (now - firstMeasured(held) <= hold) return held
	const left = nothingHeld()
	for (const name in held.values) {
		const measurand = name as Measurand
		const at = held.measuredAt[measurand]
		const value = held.values[measurand]
		if (at === undefined || value === undefined || now - at > hold) continue
		left.values[measurand] = value
		left.measuredAt[measurand] = at
	}
	return left
}

/** When the oldest of the values was measured. */
export function firstMeasured({ measuredAt }: Held): number {
	let first = Number.POSITIVE_INFINITY
	for (const name in measuredAt) first = Math.min(first, measuredAt[name as Measurand] ?? first)
	return first
}
