import type { Decoder } from '../../shared/contract/telemetry/decoding.ts'
import { readEntry } from './entry.ts'
import { readMapped } from './mapped.ts'
import { nothing, refused } from './outcome.ts'
import { readJson } from './readJson.ts'

/**
 * Native JSON: `{"at": 1764000000, "ammonia": 0.12}`, `{"at": …, "values": {…}}`, or an array of either. `at` is in
 * seconds or milliseconds since 1970, told apart by size; absent, it is the time of arrival. A gateway names the device
 * of an entry with `device`. Unknown keys are kept out and reported; a wrong type spoils its own entry only.
 * Of a device with a mapping in the registry, the entries are read by that instead.
 */
export const decodeJson: Decoder = (payload, { thing, receivedAt, devices }) => {
	const read = readJson(payload, thing)
	if ('fault' in read) return refused(read.fault)
	const { json } = read
	const isPack = Array.isArray(json)
	const entries: unknown[] = isPack ? json : [json]
	if (entries.length === 0) {
		return refused({ code: 'empty', expected: 'at least one reading', got: '[]', device: thing })
	}
	const decoded = nothing()
	const mapping = devices.byId(thing)?.custom
	entries.forEach((entry, i) => {
		const path = isPack ? `[${i}]` : ''
		const made = mapping
			? readMapped(entry, mapping, { device: thing, at: receivedAt, path }, decoded.unknownKeys)
			: readEntry(entry, { device: thing, at: receivedAt, path }, decoded.unknownKeys)
		if ('code' in made) decoded.faults.push(made)
		else decoded.readings.push(made)
	})
	return decoded
}
