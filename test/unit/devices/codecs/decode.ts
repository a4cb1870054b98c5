import { decoders } from '../../../../devices/codecs/decoders.ts'
import type { DecodeContext } from '../../../../shared/contract/decoding.ts'
import type { Decoded } from '../../../../shared/contract/reading.ts'
import type { Device } from '../../../../shared/contract/registry.ts'
import { deviceBook } from '../../../../shared/domain/registry/deviceBook.ts'
import { faultWords } from '../../../../shared/domain/telemetry/faultWords.ts'

export const NOW = Date.parse('2026-11-24T08:00:00Z')

export const book = (...devices: Device[]): DecodeContext['devices'] =>
	deviceBook(new Map(devices.map((device) => [device.id, device])))

/** A payload as a thing would publish it: text, bytes, or what is written as JSON. */
export function decode(
	format: keyof typeof decoders,
	payload: unknown,
	{ thing = 'gateway-1', receivedAt = NOW, devices = book() }: Partial<DecodeContext> = {},
): Decoded {
	const bytes =
		payload instanceof Uint8Array
			? payload
			: new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload))
	return decoders[format](bytes, { thing, receivedAt, devices })
}

export const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'))

export const reasons = ({ faults }: Pick<Decoded, 'faults'>): string[] => faults.map((fault) => faultWords(fault).en)
