import type { DeviceModel } from '../../../shared/contract/registry/deviceModel.ts'
import type { Decoded } from '../../../shared/contract/telemetry/reading.ts'
import { nothing } from '../outcome.ts'
import { readFrame } from './readFrame.ts'
import { type Fitted, toReading } from './toReading.ts'

/**
 * The bytes of one uplink of a Milesight sensor. Records of its memory come with their own times, in any order.
 * @param at when the uplink was received, milliseconds since 1970: a report tells what is now
 */
export function decodeMilesight(model: DeviceModel, bytes: Uint8Array, device: Fitted, at: number): Decoded {
	const decoded = nothing()
	const { frame, fault } = readFrame(model, bytes)
	const seen = [{ at, seen: frame.now }, ...frame.past.map(({ seconds, seen }) => ({ at: seconds * 1000, seen }))]
	for (const instant of seen) {
		const made = toReading(instant.seen, device, instant.at)
		if (made.reading) decoded.readings.push(made.reading)
		decoded.faults.push(...made.faults)
		decoded.unknownKeys.push(...made.others)
	}
	if (fault) decoded.faults.push({ ...fault, device: device.id, at })
	if (decoded.readings.length === 0 && decoded.faults.length === 0) decoded.ignored = 'nothing-measured'
	return decoded
}
