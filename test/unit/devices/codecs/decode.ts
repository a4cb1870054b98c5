import { decoders } from '../../../../devices/codecs/decoders.ts'
import type { Device } from '../../../../shared/contract/registry/registry.ts'
import type { DecodeContext, Decoder } from '../../../../shared/contract/telemetry/decoding.ts'
import type { Decoded } from '../../../../shared/contract/telemetry/reading.ts'
import { deviceBook } from '../../../../shared/domain/registry/deviceBook.ts'
import { faultWords } from '../../../../shared/domain/telemetry/faultWords.ts'

export const NOW = Date.parse('2026-11-24T08:00:00Z')

type Format = keyof typeof decoders
const load = async (format: string): Promise<[string, Decoder]> => [format, await decoders[format as Format]()]
const loaded = new Map(await Promise.all(Object.keys(decoders).map(load)))

export const book = (...devices: Device[]): DecodeContext['devices'] =>
	deviceBook(new Map(devices.map((device) => [device.id, device])))

/** A payload as a thing would publish it: text, bytes, or what is written as JSON. */
export function decode(
	format: Format,
	payload: unknown,
	{ thing = 'gateway-1', receivedAt = NOW, devices = book() }: Partial<DecodeContext> = {},
): Decoded {
	const bytes =
		payload instanceof Uint8Array
			? payload
			: new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload))
	const decoder = loaded.get(format)
	if (!decoder) throw new Error(`there is no format ${format}`)
	return decoder(bytes, { thing, receivedAt, devices })
}

export const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'))

export const reasons = ({ faults }: Pick<Decoded, 'faults'>): string[] => faults.map((fault) => faultWords(fault).en)
