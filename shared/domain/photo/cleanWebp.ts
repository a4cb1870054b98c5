const PICTURE = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']
/** In the first byte of VP8X: there is Exif, there is XMP. */
const SAYS_METADATA = 0b1100

/**
 * A WebP with nothing but the picture: no Exif, no XMP, nothing unknown, nothing behind its end (RFC 9649).
 * @returns undefined where it is not a whole WebP
 */
export function cleanWebp(bytes: Uint8Array): Uint8Array[] | undefined {
	if (bytes.length < 20 || fourOf(bytes, 0) !== 'RIFF' || fourOf(bytes, 8) !== 'WEBP') return undefined
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	const whole = 8 + view.getUint32(4, true)
	if (whole > bytes.length) return undefined
	const chunks: Uint8Array[] = []
	let hasPicture = false
	for (let at = 12; at + 8 <= whole; ) {
		const name = fourOf(bytes, at)
		const size = view.getUint32(at + 4, true)
		const end = at + 8 + size + (size % 2)
		if (end > whole) return undefined
		if (PICTURE.includes(name))
			chunks.push(name === 'VP8X' ? withoutPromise(bytes.slice(at, end)) : bytes.slice(at, end))
		hasPicture ||= name === 'VP8 ' || name === 'VP8L' || name === 'ANMF'
		at = end
	}
	return hasPicture ? [header(chunks), ...chunks] : undefined
}

const fourOf = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))

function withoutPromise(chunk: Uint8Array): Uint8Array {
	chunk[8] = (chunk[8] ?? 0) & ~SAYS_METADATA
	return chunk
}

function header(chunks: readonly Uint8Array[]): Uint8Array {
	const bytes = new TextEncoder().encode('RIFF....WEBP')
	const size = 4 + chunks.reduce((sum, { length }) => sum + length, 0)
	new DataView(bytes.buffer).setUint32(4, size, true)
	return bytes
}
