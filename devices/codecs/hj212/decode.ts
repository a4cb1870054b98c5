import type { DecodeContext, Decoder } from '../../../shared/contract/telemetry/decoding.ts'
import type { Decoded, Fault } from '../../../shared/contract/telemetry/reading.ts'
import { nothing, shown } from '../outcome.ts'
import { joinParts, type Whole } from './parts.ts'
import { frameScanner } from './scanner.ts'
import { readSegment, type Segment } from './segment.ts'
import { bringsValues, toReadings } from './toReadings.ts'

/**
 * Frames of HJ/T 212-2005, HJ 212-2017 and HJ 212-2025, of one or several stations. A packet in parts is put together from the
 * frames of this payload; what is left of one that is not complete counts, and what is missing is told.
 */
export const decodeHj212: Decoder = (payload, context) => {
	const decoded = nothing()
	const segments: Segment[] = []
	const scanner = frameScanner()
	for (const scanned of [...scanner.feed(payload), ...scanner.end()]) {
		if ('broken' in scanned) {
			const { broken, expected, got } = scanned
			decoded.faults.push({ code: broken, expected, got, device: context.thing })
			continue
		}
		const segment = readSegment(scanned.segment)
		if ('cn' in segment) segments.push(segment)
		else decoded.faults.push({ code: 'wrong-type', ...segment, got: shown(segment.got), device: context.thing })
	}
	for (const whole of joinParts(segments)) take(whole, context, decoded)
	if (segments.length === 0 && decoded.faults.length === 0) {
		decoded.faults.push({ code: 'not-hj212', expected: '##', got: shown(''), device: context.thing })
	}
	return decoded
}

function take({ segment, missing }: Whole, { devices }: DecodeContext, decoded: Decoded): void {
	const device = devices.byMn(segment.mn)?.id
	if (device === undefined) {
		decoded.faults.push({ code: 'unregistered', device: segment.mn })
		return
	}
	const made = toReadings(segment, device)
	decoded.readings.push(...made.readings)
	decoded.faults.push(...made.faults)
	decoded.unknownKeys.push(...made.unknownKeys)
	if (made.ignored) decoded.ignored = made.ignored
	if (missing.length > 0) decoded.faults.push(missingParts(segment, missing, device))
	else if (bringsValues(segment.cn) && made.readings.length + made.faults.length === 0) {
		decoded.faults.push({ code: 'empty', expected: 'at least one measurand', got: shown(segment.data), device })
	}
}

const missingParts = ({ part }: Segment, missing: readonly number[], device: string): Fault => ({
	code: 'missing-parts',
	expected: String(part?.of),
	got: missing.join(', '),
	device,
})
