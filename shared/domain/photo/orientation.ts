const HEADER = [0x45, 0x78, 0x69, 0x66, 0, 0] // "Exif"
const ORIENTATION = 0x0112
/** As it lies in the file: the same as if nothing were said. */
const UPRIGHT = 1

/**
 * How the picture is to be turned, 2 to 8, from the content of an Exif segment (Exif 2.32, TIFF 6.0); undefined where it is
 * upright, not said, or not to be made out.
 */
export function exifOrientation(content: Uint8Array): number | undefined {
	if (HEADER.some((byte, i) => content[i] !== byte)) return undefined
	const tiff = new DataView(content.buffer, content.byteOffset + 6, content.byteLength - 6)
	if (tiff.byteLength < 8) return undefined
	const isLittle = tiff.getUint16(0) === 0x4949
	const directory = tiff.getUint32(4, isLittle)
	if (directory + 2 > tiff.byteLength) return undefined
	const entries = tiff.getUint16(directory, isLittle)
	for (let i = 0; i < entries; i += 1) {
		const entry = directory + 2 + 12 * i
		if (entry + 12 > tiff.byteLength) return undefined
		if (tiff.getUint16(entry, isLittle) !== ORIENTATION) continue
		const value = tiff.getUint16(entry + 8, isLittle)
		return value > UPRIGHT && value <= 8 ? value : undefined
	}
	return undefined
}

/** An APP1 segment that says how to turn the picture, and nothing else. */
export const orientationSegment = (orientation: number): Uint8Array =>
	Uint8Array.from([
		...[0xff, 0xe1, 0, 34, ...HEADER],
		// Big-endian TIFF, its one directory at 8, with one entry: orientation, a SHORT.
		...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
		...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
		...[0, 0, 0, 0],
	])
