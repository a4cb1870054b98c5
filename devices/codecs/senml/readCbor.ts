import { decode } from 'cbor2/decoder'
import { Tag } from 'cbor2/tag'
import type { Fault } from '../../../shared/contract/telemetry/reading.ts'
import { cborLabels } from './labels.ts'

const DEEPEST = 16

/** The value of a CBOR payload in the form its JSON would have, with SenML's labels as text; or why it has none. */
export function readCbor(payload: Uint8Array, device: string): { json: unknown } | { fault: Fault } {
	try {
		return { json: asJson(decode(payload, { maxDepth: DEEPEST })) }
	} catch (error) {
		const got = error instanceof Error ? error.message : String(error)
		return { fault: { code: 'not-cbor', expected: 'CBOR', got, device } }
	}
}

function asJson(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(asJson)
	if (value instanceof Map) return record([...value])
	if (value instanceof Uint8Array) return Buffer.from(value).toString('base64url')
	if (value instanceof Tag) return decimalFraction(value)
	if (typeof value === 'bigint') return Number(value)
	return typeof value === 'object' && value !== null ? record(Object.entries(value)) : value
}

const record = (entries: [unknown, unknown][]): Record<string, unknown> =>
	Object.fromEntries(entries.map(([key, value]) => [cborLabels.get(key) ?? String(key), asJson(value)]))

/** Tag 4: an exponent of ten and a mantissa. Read as text, so that 27315 and -2 give 273.15 to the last digit. */
function decimalFraction({ tag, contents }: Tag): unknown {
	if (tag !== 4 || !Array.isArray(contents)) return asJson(contents)
	const [exponent, mantissa] = contents as unknown[]
	return Number(`${String(mantissa)}e${String(exponent)}`)
}
