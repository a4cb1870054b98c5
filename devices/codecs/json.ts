import { type Measurand, measurands, type Values } from '../../shared/contract/measurand.ts'
import type { Decoded, Fault, Reading } from '../../shared/contract/reading.ts'
import { instantOf } from './instant.ts'

const known: ReadonlySet<string> = new Set(measurands)
/** Keys of the envelope, not of a measurand. */
const envelope: ReadonlySet<string> = new Set(['at', 'device', 'values'])

/**
 * Native JSON: `{"at": 1764000000, "ammonia": 0.12}`, `{"at": …, "values": {…}}`, or an array of either. `at` is in
 * seconds or milliseconds since 1970, told apart by size; absent, it is the time of arrival. A gateway names the device
 * of an entry with `device`. Unknown keys are kept out and reported; a wrong type spoils its own entry only.
 * @param thing the publishing thing, the device of entries that name none
 */
export function decodeJson(payload: Uint8Array, thing: string, receivedAt: number): Decoded {
	const decoded: Decoded = { readings: [], faults: [], unknownKeys: [] }
	let json: unknown
	const text = new TextDecoder().decode(payload)
	try {
		json = JSON.parse(text)
	} catch {
		decoded.faults.push({ code: 'not-json', expected: 'JSON', got: shorten(text), device: thing })
		return decoded
	}
	const isPack = Array.isArray(json)
	const entries: unknown[] = isPack ? (json as unknown[]) : [json]
	if (entries.length === 0) {
		decoded.faults.push({ code: 'empty', expected: 'at least one reading', got: '[]', device: thing })
	}
	entries.forEach((entry, i) => {
		const made = decodeEntry(entry, isPack ? `[${i}].` : '', thing, receivedAt, decoded.unknownKeys)
		if ('code' in made) decoded.faults.push(made)
		else decoded.readings.push(made)
	})
	return decoded
}

function decodeEntry(
	entry: unknown,
	path: string,
	thing: string,
	receivedAt: number,
	unknownKeys: string[],
): Reading | Fault {
	const wrong = (field: string, expected: string, got: unknown, device = thing): Fault => {
		const where = `${path}${field}`.replace(/\.$/, '')
		const fault: Fault = { code: 'wrong-type', expected, got: shorten(JSON.stringify(got) ?? 'nothing'), device }
		return where === '' ? fault : { ...fault, field: where }
	}
	if (!isObject(entry)) return wrong('', 'an object of values', entry)
	const device = entry.device ?? thing
	if (typeof device !== 'string') return wrong('device', 'the id of a device', device)
	const at = entry.at === undefined ? receivedAt : instantOf(entry.at)
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
		return { code: 'empty', expected: 'at least one measurand', got: shorten(JSON.stringify(entry)), device, at }
	}
	return { device, at, values }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text)
