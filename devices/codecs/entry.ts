import { type Measurand, measurands, type Values } from '../../shared/contract/telemetry/measurand.ts'
import type { Fault, Reading } from '../../shared/contract/telemetry/reading.ts'
import { instantOf } from './instant.ts'
import { isObject, shown } from './outcome.ts'

const known: ReadonlySet<string> = new Set(measurands)
/** Keys of the envelope, not of a measurand. */
const envelope: ReadonlySet<string> = new Set(['at', 'device', 'values'])

/** What is known of an entry before it is read: of which device and when it is unless it says so, and where it stands. */
export type Place = { device: string; at: number; path: string }

/** One entry of native JSON. */
export function readEntry(entry: unknown, place: Place, unknownKeys: string[]): Reading | Fault {
	const wrong = (field: string, expected: string, got: unknown, device = place.device): Fault => {
		const where = [place.path, field].filter((part) => part !== '').join('.')
		const fault: Fault = { code: 'wrong-type', expected, got: shown(got), device }
		return where === '' ? fault : { ...fault, field: where }
	}
	if (!isObject(entry)) return wrong('', 'an object of values', entry)
	const device = entry.device ?? place.device
	if (typeof device !== 'string') return wrong('device', 'the id of a device', device)
	const at = entry.at === undefined ? place.at : instantOf(entry.at)
	if (at === undefined) return wrong('at', 'seconds or milliseconds since 1970', entry.at, device)
	const nested = entry.values
	if (nested !== undefined && !isObject(nested)) return wrong('values', 'an object of values', nested, device)

	const values: Values = {}
	for (const [key, value] of Object.entries(nested ?? entry)) {
		if (nested === undefined && envelope.has(key)) continue
		if (!known.has(key)) unknownKeys.push(key)
		else if (typeof value !== 'number') return wrong(nested ? `values.${key}` : key, 'a number', value, device)
		else values[key as Measurand] = value
	}
	if (Object.keys(values).length === 0) {
		return { code: 'empty', expected: 'at least one measurand', got: shown(entry), device, at }
	}
	return { device, at, values }
}
