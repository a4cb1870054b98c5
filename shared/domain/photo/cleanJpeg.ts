import { exifOrientation, orientationSegment } from './orientation.ts'

const EOI = 0xd9
const SOS = 0xda
const COM = 0xfe
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee

/**
 * A JPEG with nothing but the picture: place, time, camera, thumbnails and comments go, and whatever a phone hangs on
 * behind the end. The orientation stays, and what colours depend on (ICC profile, Adobe's marker). The format is ITU-T T.81
 * Annex B. @returns undefined where it is not a whole JPEG
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array[] | undefined {
	if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
	const kept = [bytes.subarray(0, 2)]
	let at = 2
	let hasPicture = false
	while (at + 2 <= bytes.length) {
		if (bytes[at] !== 0xff) return undefined
		const marker = bytes[at + 1] ?? 0
		if (marker === EOI) return hasPicture ? [...kept, bytes.subarray(at, at + 2)] : undefined
		const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
		if (end < at + 4 || end > bytes.length) return undefined
		const content = bytes.subarray(at + 4, end)
		const orientation = marker === APP1 ? exifOrientation(content) : undefined
		if (orientation !== undefined) kept.push(orientationSegment(orientation))
		if (isOfThePicture(marker, content)) kept.push(bytes.subarray(at, end))
		at = end
		if (marker !== SOS) continue
		hasPicture = true
		const next = endOfScan(bytes, at)
		kept.push(bytes.subarray(at, next))
		at = next
	}
	return undefined
}

function isOfThePicture(marker: number, content: Uint8Array): boolean {
	if (marker === APP2) return beginsWith(content, 'ICC_PROFILE')
	if (marker === APP14) return beginsWith(content, 'Adobe')
	return !(marker >= APP1 && marker <= 0xef) && marker !== COM
}

/** Behind the coded data of a scan comes a marker that is neither a stuffed 0xff nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
	for (let at = from; at + 1 < bytes.length; at += 1) {
		if (bytes[at] !== 0xff) continue
		const next = bytes[at + 1] ?? 0
		if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
	}
	return bytes.length
}

const beginsWith = (content: Uint8Array, text: string): boolean =>
	[...text].every((char, i) => content[i] === char.charCodeAt(0))
