import type { Fault } from '../../shared/contract/telemetry/reading.ts'
import { shorten } from './outcome.ts'

/** The JSON value of a payload, or why it has none. */
export function readJson(payload: Uint8Array, device: string): { json: unknown } | { fault: Fault } {
	const text = new TextDecoder().decode(payload)
	try {
		return { json: JSON.parse(text) }
	} catch {
		return { fault: { code: 'not-json', expected: 'JSON', got: shorten(text), device } }
	}
}
