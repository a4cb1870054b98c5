import { MOST_PHOTO_BYTES, PhotoType } from '../../contract/task/photo.ts'
import { cleanJpeg } from './cleanJpeg.ts'
import { cleanPng } from './cleanPng.ts'
import { cleanWebp } from './cleanWebp.ts'

export type Cleaned =
	| { is: 'clean'; type: PhotoType; bytes: Uint8Array }
	| { is: 'refused'; because: 'other-type' | 'damaged' | 'too-large' }

const begins: Readonly<Record<PhotoType, readonly (number | undefined)[]>> = {
	'image/jpeg': [0xff, 0xd8, 0xff],
	'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
	'image/webp': [0x52, 0x49, 0x46, 0x46, ...[undefined, undefined, undefined, undefined], 0x57, 0x45, 0x42, 0x50],
}
const cleaners: Readonly<Record<PhotoType, (bytes: Uint8Array) => Uint8Array[] | undefined>> = {
	'image/jpeg': cleanJpeg,
	'image/png': cleanPng,
	'image/webp': cleanWebp,
}

/**
 * A picture without anything that says where, when and with what it was taken. Refused where its first bytes are not those
 * of the type that it is said to have, and where it is not whole. Cleaning it again changes nothing.
 */
export function cleanPicture(saidType: string, bytes: Uint8Array): Cleaned {
	const type = PhotoType.safeParse(saidType)
	if (!type.success) return { is: 'refused', because: 'other-type' }
	if (bytes.length > MOST_PHOTO_BYTES) return { is: 'refused', because: 'too-large' }
	const isOfType = begins[type.data].every((byte, i) => byte === undefined || byte === bytes[i])
	if (!isOfType) return { is: 'refused', because: 'other-type' }
	const parts = cleaners[type.data](bytes)
	return parts ? { is: 'clean', type: type.data, bytes: joined(parts) } : { is: 'refused', because: 'damaged' }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
	let at = 0
	for (const part of parts) {
		whole.set(part, at)
		at += part.length
	}
	return whole
}
