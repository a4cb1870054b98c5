import type { DecodeContext, Decoder } from '../../../shared/contract/telemetry/decoding.ts'
import type { Decoded, Fault, Reading } from '../../../shared/contract/telemetry/reading.ts'
import { nothing, refused, shown } from '../outcome.ts'
import { readJson } from '../readJson.ts'
import { tidy } from '../units.ts'
import { meaningOf } from './meaning.ts'
import { readCbor } from './readCbor.ts'
import { type Resolved, resolvePack } from './resolve.ts'
import { conversion, unitNames } from './units.ts'

/**
 * SenML packs (RFC 8428) in JSON or CBOR, told apart by the first byte: a list in CBOR begins with one that no text of
 * JSON begins with. What is measured at one instant of a device is one reading.
 */
export const decodeSenml: Decoder = (payload, context) => {
	const read = isCbor(payload) ? readCbor(payload, context.thing) : readJson(payload, context.thing)
	if ('fault' in read) return refused(read.fault)
	const pack = resolvePack(read.json, context.receivedAt / 1000)
	if ('refused' in pack) return refused({ ...pack.refused, device: context.thing })
	const decoded = nothing()
	decoded.faults.push(...pack.faults.map((fault) => ({ ...fault, device: context.thing })))
	decoded.unknownKeys.push(...pack.unknownKeys)
	const readings = new Map<string, Reading>()
	for (const { index, record } of pack.records) take(record, `[${index}]`, context, decoded, readings)
	decoded.readings.push(...readings.values())
	if (decoded.readings.length === 0 && decoded.faults.length === 0) {
		const got = shown(read.json)
		decoded.faults.push({ code: 'empty', expected: 'at least one measurand', got, device: context.thing })
	}
	return decoded
}

/** An array of CBOR: major type 4, of definite or indefinite length. */
const isCbor = (payload: Uint8Array): boolean => ((payload[0] ?? 0) & 0xe0) === 0x80

function take(
	record: Resolved,
	where: string,
	context: DecodeContext,
	decoded: Decoded,
	readings: Map<string, Reading>,
): void {
	const meaning = meaningOf(record.n, record.u, context)
	if (!meaning) {
		decoded.unknownKeys.push(record.n)
		return
	}
	const { device, measurand } = meaning
	const at = Math.round(record.t * 1000)
	const about = { field: where, device, at }
	const value = measurand === 'pumpFault' && record.vb !== undefined ? Number(record.vb) : record.v
	if (value === undefined) {
		decoded.faults.push(noNumber(record, about))
		return
	}
	const to = conversion(measurand, record.u)
	if (!to) {
		const fault = { got: shown(record.u), expected: unitNames(measurand) }
		decoded.faults.push({ code: 'unknown-unit', ...fault, ...about })
		return
	}
	const converted = tidy(value * to.factor + (to.offset ?? 0))
	const key = `${device} ${at}`
	const known = readings.get(key)
	const said = known?.values[measurand]
	const hasRoom = known !== undefined && (said === undefined || said === converted)
	const reading: Reading = hasRoom ? known : { device, at, values: {} }
	reading.values[measurand] = converted
	// Of several records of one instant the longest counts: a pack is sent for the most patient of them.
	if (isUpdateTime(record.ut)) reading.values.nextWithin = Math.max(record.ut, reading.values.nextWithin ?? 0)
	if (known === undefined) readings.set(key, reading)
	// Something else of the same instant: the store knows how to doubt both.
	else if (!hasRoom) decoded.readings.push(reading)
}

/** A week: who promises less often is not believed, and not refused for it. */
const LONGEST_UPDATE_S = 604_800

const isUpdateTime = (ut: number | undefined): ut is number => ut !== undefined && ut >= 0 && ut <= LONGEST_UPDATE_S

const noNumber = (record: Resolved, about: Pick<Fault, 'field' | 'device' | 'at'>): Fault => ({
	code: 'wrong-type',
	expected: 'a number',
	got: shown(record.vs ?? record.vb ?? record.vd ?? `s: ${record.s}`),
	...about,
})
