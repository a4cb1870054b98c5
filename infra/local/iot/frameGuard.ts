import type { Readable } from 'node:stream'

/**
 * Follows MQTT's framing (fixed header, then the remaining length in one to four bytes of seven bits) and tells whether
 * a packet is longer than it may be, from its first bytes: before its content is kept anywhere.
 */
export const createFrameGuard = (maxPacketBytes: number): ((chunk: Uint8Array) => boolean) => {
	let skip = 0
	/** Length bytes read so far; -1: the next byte begins a packet. */
	let lengthBytes = -1
	let length = 0
	return (chunk) => {
		let index = 0
		while (index < chunk.length) {
			if (skip > 0) {
				const step = Math.min(skip, chunk.length - index)
				skip -= step
				index += step
				continue
			}
			const byte = chunk[index] ?? 0
			index += 1
			if (lengthBytes === -1) {
				lengthBytes = 0
				length = 0
				continue
			}
			length += (byte & 127) * 128 ** lengthBytes
			lengthBytes += 1
			if (length > maxPacketBytes || (byte >= 128 && lengthBytes === 4)) return false
			if (byte < 128) {
				skip = length
				lengthBytes = -1
			}
		}
		return true
	}
}

/**
 * Ends the connection when a packet is longer than `maxPacketBytes`. The broker library collects a packet whole, up to
 * MQTT's 256 MB, before it asks anyone; it takes what arrives by `read()`, so that is where this looks.
 */
export const guardPacketSize = (stream: Readable, maxPacketBytes: number): void => {
	const isAcceptable = createFrameGuard(maxPacketBytes)
	const read = stream.read.bind(stream)
	stream.read = (size?: number): unknown => {
		const chunk: unknown = read(size)
		if (!(chunk instanceof Uint8Array) || isAcceptable(chunk)) return chunk
		stream.destroy(new Error(`a packet is longer than ${maxPacketBytes} bytes`))
		return null
	}
}
