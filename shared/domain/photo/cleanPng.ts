const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Chunks that may be left out and yet belong to how the picture looks. */
const LOOKS = ['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'pHYs', 'bKGD', 'acTL', 'fcTL', 'fdAT']

/**
 * A PNG with nothing but the picture: no Exif, text or time, and nothing behind its end (ISO/IEC 15948).
 * @returns undefined where it is not a whole PNG
 */
export function cleanPng(bytes: Uint8Array): Uint8Array[] | undefined {
	if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) return undefined
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	const kept = [bytes.subarray(0, 8)]
	let hasPicture = false
	for (let at = 8; at + 12 <= bytes.length; ) {
		const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
		const end = at + 12 + view.getUint32(at)
		if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) return undefined
		// A capital letter: no picture without it.
		if (/^[A-Z]/.test(type) || LOOKS.includes(type)) kept.push(bytes.subarray(at, end))
		hasPicture ||= type === 'IDAT'
		if (type === 'IEND') return hasPicture ? kept : undefined
		at = end
	}
	return undefined
}
