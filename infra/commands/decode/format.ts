import { decoders } from '../../../devices/codecs/decoders.ts'
import { decodeMilesight } from '../../../devices/codecs/milesight/decode.ts'
import { refused, shorten } from '../../../devices/codecs/outcome.ts'
import type { DeviceModel } from '../../../shared/contract/registry/deviceModel.ts'
import { deviceModels } from '../../../shared/contract/registry/deviceModels.ts'
import type { DecodeContext } from '../../../shared/contract/telemetry/decoding.ts'
import type { Decoded } from '../../../shared/contract/telemetry/reading.ts'

/** How a line of text is decoded. */
export type Format = { model?: DeviceModel; decode: (line: string, context: DecodeContext) => Decoded }

/** By its name: one of the topic's, or `milesight:<model>`. Undefined where there is none of that name. */
export async function readFormat(name: string): Promise<Format | undefined> {
	if (name.startsWith('milesight:')) {
		const wanted = name.slice('milesight:'.length).toUpperCase()
		const model = deviceModels.find((known) => known === wanted)
		return model && { model, decode: (line, context) => decodeFrame(model, line, context) }
	}
	if (!isTopicFormat(name)) return undefined
	const decode = await decoders[name]()
	const isBinary = (line: string): boolean => name === 'senml' && /^[89][0-9a-f]([0-9a-f]{2})*$/i.test(line)
	return {
		decode: (line, context) => decode(isBinary(line) ? fromHex(line) : new TextEncoder().encode(line), context),
	}
}

const isTopicFormat = (name: string): name is keyof typeof decoders => Object.hasOwn(decoders, name)

/** `85:017564`: LoRaWAN's port, and the bytes. The port is not looked at: a sensor may be set to any. */
function decodeFrame(model: DeviceModel, line: string, { thing, receivedAt, devices }: DecodeContext): Decoded {
	const [, port, hex] = /^\s*(\d{1,3}):\s*((?:[0-9a-f]{2}\s*)*)$/i.exec(line) ?? []
	const device = devices.byId(thing)
	if (!device) return refused({ code: 'unregistered', device: thing })
	if (hex === undefined || Number(port) < 1 || Number(port) > 223) {
		return refused({ code: 'not-hex', expected: '<port>:<hex>', got: shorten(line), device: thing })
	}
	return decodeMilesight(model, fromHex(hex), device, receivedAt)
}

const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'))
