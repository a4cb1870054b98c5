import type { DeviceModel } from '../../../shared/contract/registry/deviceModel.ts'
import { deviceModels } from '../../../shared/contract/registry/deviceModels.ts'
import type { Decoder } from '../../../shared/contract/telemetry/decoding.ts'
import type { Values } from '../../../shared/contract/telemetry/measurand.ts'
import { instantOfText } from '../instant.ts'
import { isObject, nothing, refused, shown } from '../outcome.ts'
import { readJson } from '../readJson.ts'
import { strongest } from './signal.ts'
import { decodeUplink } from './uplink.ts'
import { whose } from './whose.ts'

type Message = Readonly<Record<string, unknown>>

/**
 * Messages of The Things Stack v3 (`as.up`). Empty, zero and false fields are left out of them. What somebody made up in
 * the console (`simulated`) is no reading.
 */
export const decodeThingsStack: Decoder = (payload, { thing, receivedAt, devices }) => {
	const read = readJson(payload, thing)
	if ('fault' in read) return refused(read.fault)
	const message = read.json
	if (!isObject(message) || !isObject(message.end_device_ids)) {
		return refused({
			code: 'wrong-type',
			field: 'end_device_ids',
			expected: 'a message of The Things Stack v3',
			got: shown(message),
			device: thing,
		})
	}
	const uplink = message.uplink_message
	if (message.simulated === true) return { ...nothing(), ignored: 'simulated' }
	if (!isObject(uplink)) return { ...nothing(), ignored: 'not-an-uplink' }
	if (uplink.simulated === true) return { ...nothing(), ignored: 'simulated' }
	const device = whose(message.end_device_ids.dev_eui, 'end_device_ids.dev_eui', thing, devices)
	if ('code' in device) return refused(device)
	const model = modelOf(uplink.version_ids)
	return decodeUplink(device, {
		// The network server's time, the same whoever tells the uplink again.
		at: instantOfText(uplink.received_at) ?? instantOfText(message.received_at) ?? receivedAt,
		data: uplink.frm_payload,
		object: uplink.decoded_payload,
		radio: radioOf(uplink),
		...(model === undefined ? {} : { model }),
	})
}

function radioOf(uplink: Message): Values {
	const radio: Values = strongest(uplink.rx_metadata)
	const battery = uplink.last_battery_percentage
	// It stays in every message after; only under its own frame counter is it of this uplink.
	if (isObject(battery) && (battery.f_cnt ?? 0) === (uplink.f_cnt ?? 0)) {
		const level = battery.value ?? 0
		if (typeof level === 'number') radio.battery = level
	}
	return radio
}

/** The model by the device repository of the stack. */
function modelOf(versions: unknown): DeviceModel | undefined {
	if (!isObject(versions) || !String(versions.brand_id).startsWith('milesight')) return undefined
	const name = String(versions.model_id).toUpperCase()
	return deviceModels.find((model) => model === name)
}
