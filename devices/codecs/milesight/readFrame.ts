import type { DeviceModel } from '../../../shared/contract/registry/deviceModel.ts'
import type { Fault } from '../../../shared/contract/telemetry/reading.ts'
import { type Channel, type Frame, nothingSeen } from './frame.ts'
import { channelsOf } from './models.ts'

/** Bytes of what a sensor says of itself on joining, channel 0xFF, by type: versions, serial number, class, power. */
const attributes: ReadonlyMap<number, number> = new Map([
	[0x01, 1],
	[0x08, 6],
	[0x09, 2],
	[0x0a, 2],
	[0x0b, 1],
	[0x0f, 1],
	[0x16, 8],
	[0x1f, 4],
	[0xfe, 1],
	[0xff, 2],
])

/**
 * Takes a frame of a sensor apart. Where a channel is not in the model's table nobody knows how long it is, so what
 * follows is not read; what came before it counts.
 */
export function readFrame(model: DeviceModel, bytes: Uint8Array): { frame: Frame; fault?: Fault } {
	const frame: Frame = { now: nothingSeen(), past: [] }
	const table = byKey(channelsOf[model])
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	let at = 0
	while (at < bytes.length) {
		if (bytes.length - at < 2) return { frame, fault: cutOff(bytes, at) }
		const id = view.getUint8(at)
		const type = view.getUint8(at + 1)
		const from = at + 2
		const channel = table.get(keyOf(id, type))
		const rest = new DataView(bytes.buffer, bytes.byteOffset + from, bytes.length - from)
		const attribute = id === 0xff ? attributes.get(type) : undefined
		if (!channel && attribute === undefined) {
			// The answer to a setting made over the air: its length is the model's own matter, and no reading follows it.
			if (id === 0xfe || id === 0xff) frame.now.others.push('setting')
			else return { frame, fault: unknown(bytes, at) }
			return { frame }
		}
		const size = channel ? sizeOf(channel, rest) : (attribute ?? 0)
		if (rest.byteLength < size) return { frame, fault: cutOff(bytes, at) }
		channel?.take(new DataView(bytes.buffer, bytes.byteOffset + from, size), frame)
		at = from + size
	}
	return { frame }
}

const keyOf = (id: number, type: number): number => id * 256 + type
const byKey = (channels: readonly Channel[]): Map<number, Channel> =>
	new Map(channels.map((channel) => [keyOf(channel.id, channel.type), channel]))

const sizeOf = ({ size }: Channel, rest: DataView): number => (typeof size === 'number' ? size : size(rest))

const unknown = (bytes: Uint8Array, at: number): Fault => ({
	code: 'unknown-channel',
	field: String(at),
	got: hex(bytes.subarray(at, at + 2)),
})
const cutOff = (bytes: Uint8Array, at: number): Fault => ({
	code: 'cut-off',
	field: String(at),
	got: hex(bytes.subarray(at, at + 16)),
})

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
