import type { Decoder } from '../../../shared/contract/telemetry/decoding.ts'
import type { Decoded } from '../../../shared/contract/telemetry/reading.ts'
import { instantOfText } from '../instant.ts'
import { isObject, nothing, refused, shown } from '../outcome.ts'
import { readJson } from '../readJson.ts'
import { strongest } from './signal.ts'
import { decodeUplink } from './uplink.ts'
import { whose } from './whose.ts'

/**
 * Events of ChirpStack v4 as its integrations write them in JSON: `up`, and `status` for the battery. Protobuf's JSON
 * leaves out what is zero, empty or false. The same uplink, told twice, gives the same readings: its time is the
 * server's (`time`), not that of its arrival here, so a repeated `deduplicationId` adds nothing.
 */
export const decodeChirpstack: Decoder = (payload, { thing, receivedAt, devices }) => {
	const read = readJson(payload, thing)
	if ('fault' in read) return refused(read.fault)
	const event = read.json
	if (!isObject(event) || !isObject(event.deviceInfo)) {
		return refused({
			code: 'wrong-type',
			field: 'deviceInfo',
			expected: 'an event of ChirpStack v4',
			got: shown(event),
			device: thing,
		})
	}
	if (event.simulated === true) return { ...nothing(), ignored: 'simulated' }
	const device = whose(event.deviceInfo.devEui, 'deviceInfo.devEui', thing, devices)
	if ('code' in device) return refused(device)
	const at = instantOfText(event.time) ?? earliest(event.rxInfo) ?? receivedAt
	if (isStatus(event)) return statusOf(event, device.id, at)
	if (!isUplink(event)) return { ...nothing(), ignored: 'not-an-uplink' }
	return decodeUplink(device, {
		at,
		data: event.data,
		object: event.object,
		radio: strongest(event.rxInfo),
	})
}

type Event = Readonly<Record<string, unknown>>

/** A join, an acknowledgement or a log entry has none of these. An uplink at its zeros still tells who heard it. */
const isUplink = (event: Event): boolean =>
	'data' in event || 'object' in event || 'rxInfo' in event || 'fPort' in event

const isStatus = (event: Event): boolean =>
	'batteryLevel' in event || 'batteryLevelUnavailable' in event || 'externalPowerSource' in event || 'margin' in event

/** A battery at zero is left out of the event like any zero, unless it says that it has none to tell. */
function statusOf(event: Event, device: string, at: number): Decoded {
	if (event.batteryLevelUnavailable === true || event.externalPowerSource === true) {
		return { ...nothing(), ignored: 'nothing-measured' }
	}
	const battery = event.batteryLevel ?? 0
	if (typeof battery === 'number') return { ...nothing(), readings: [{ device, at, values: { battery } }] }
	const wrong = { field: 'batteryLevel', expected: 'a number', got: shown(battery) }
	return refused({ code: 'wrong-type', ...wrong, device, at })
}

/** The first time at which a gateway or the server heard it. */
function earliest(receptions: unknown): number | undefined {
	if (!Array.isArray(receptions)) return undefined
	let first: number | undefined
	for (const reception of receptions as unknown[]) {
		if (!isObject(reception)) continue
		const at = instantOfText(reception.nsTime) ?? instantOfText(reception.gwTime) ?? instantOfText(reception.time)
		if (at !== undefined && (first === undefined || at < first)) first = at
	}
	return first
}
