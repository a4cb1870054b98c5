import type { DeviceModel } from '../../../shared/contract/registry/deviceModel.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { Values } from '../../../shared/contract/telemetry/measurand.ts'
import type { Decoded, Reading } from '../../../shared/contract/telemetry/reading.ts'
import { readEntry } from '../entry.ts'
import { readMapped } from '../mapped.ts'
import { decodeMilesight } from '../milesight/decode.ts'
import { isObject, nothing, refused } from '../outcome.ts'
import { bytesOf } from './bytes.ts'

/** What network servers tell of an uplink, whatever they call it. */
export type Uplink = {
	/** When it was received, milliseconds since 1970. */
	at: number
	/** The bytes the sensor sent, base64. */
	data?: unknown
	/** What a decoder in the network server made of them. */
	object?: unknown
	/** The model by the server's own device repository. */
	model?: DeviceModel
	/** What the radio tells besides: signal, signal-to-noise ratio, battery. */
	radio: Values
}

/**
 * The readings of an uplink: by the payload table of the device's model, else by its mapping, else what the network
 * server decoded under our own names. What the registry says of the device goes before what the server says.
 */
export function decodeUplink(device: Device, uplink: Uplink): Decoded {
	const { at, object } = uplink
	const model = device.model ?? uplink.model
	if (model !== undefined && !(device.custom && isObject(object))) {
		const bytes = uplink.data === undefined ? new Uint8Array() : bytesOf(uplink.data)
		if (!bytes) {
			const expected = 'the bytes of an uplink in base64'
			return refused({ code: 'wrong-type', field: 'data', expected, got: typeof uplink.data, device: device.id, at })
		}
		return withRadio(decodeMilesight(model, bytes, device, at), device.id, uplink)
	}
	if (isObject(object)) {
		const decoded = nothing()
		const place = { device: device.id, at, path: '' }
		const { custom } = device
		const made = custom
			? readMapped(object, custom, place, decoded.unknownKeys)
			: readEntry({ values: object }, place, decoded.unknownKeys)
		if ('code' in made) decoded.faults.push(made)
		else decoded.readings.push(made)
		return withRadio(decoded, device.id, uplink)
	}
	if (uplink.data === undefined) return withRadio({ ...nothing(), ignored: 'nothing-measured' }, device.id, uplink)
	return withRadio(refused({ code: 'no-model', device: device.id, at }), device.id, uplink)
}

/** The radio's figures belong to the moment of the uplink; a battery that the sensor itself told goes before. */
function withRadio(decoded: Decoded, device: string, { at, radio }: Uplink): Decoded {
	if (Object.keys(radio).length === 0) return decoded
	const now = decoded.readings.find((reading) => reading.at === at)
	const others = decoded.readings.filter((reading) => reading !== now)
	const told: Reading = now ? { ...now, values: { ...radio, ...now.values } } : { device, at, values: radio }
	const { ignored: _ignored, ...rest } = decoded
	return { ...rest, readings: [told, ...others] }
}
