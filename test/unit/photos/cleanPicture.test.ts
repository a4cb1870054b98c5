import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOST_PHOTO_BYTES } from '../../../shared/contract/task/photo.ts'
import { cleanPicture } from '../../../shared/domain/photo/cleanPicture.ts'
import { exifOrientation } from '../../../shared/domain/photo/orientation.ts'
import { jpeg, phoneJpeg, phonePng, phoneWebp, png, SECRET, webp } from '../../doubles/pictures.ts'

const cleaned = (type: string, bytes: Uint8Array): Uint8Array => {
	const result = cleanPicture(type, bytes)
	if (result.is === 'refused') throw new Error(result.because)
	return result.bytes
}
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

const kinds: [string, Uint8Array, Uint8Array][] = [
	['image/jpeg', jpeg, phoneJpeg(1)],
	['image/png', png, phonePng()],
	['image/webp', webp, phoneWebp()],
]

describe.each(kinds)('of %s', (type, plain, fromPhone) => {
	test('what a phone adds goes, and the picture is as it was', () => {
		expect(text(fromPhone)).toContain(SECRET)
		expect(cleaned(type, fromPhone)).toEqual(plain)
	})

	test('a clean one stays as it is', () => {
		expect(cleaned(type, plain)).toEqual(plain)
	})

	test('half a picture is refused, wherever it breaks off', () => {
		for (let length = 12; length < plain.length; length += 1)
			expect(cleanPicture(type, plain.subarray(0, length))).toMatchObject({ is: 'refused' })
	})

	test('whatever its bytes are, cleaning ends, and cleaning twice is cleaning once', () => {
		const spoiled = fc.array(fc.tuple(fc.nat(fromPhone.length - 1), fc.nat(255)), { maxLength: 20 }).map((changes) => {
			const bytes = fromPhone.slice()
			for (const [at, byte] of changes) bytes[at] = byte
			return bytes
		})
		fc.assert(
			fc.property(spoiled, (bytes) => {
				const once = cleanPicture(type, bytes)
				if (once.is === 'clean') expect(cleanPicture(type, once.bytes)).toEqual(once)
			}),
		)
	})

	test('a picture of another type under its name is refused', () => {
		for (const [other, bytes] of kinds)
			if (other !== type) expect(cleanPicture(type, bytes)).toEqual({ is: 'refused', because: 'other-type' })
	})
})

test('a JPEG that lies on its side still says so, and nothing else', () => {
	const clean = cleaned('image/jpeg', phoneJpeg(6))
	expect(text(clean)).not.toContain(SECRET)
	expect(clean.length).toBe(jpeg.length + 36)
	expect(exifOrientation(clean.subarray(6, 38))).toBe(6)
	expect(cleaned('image/jpeg', clean)).toEqual(clean)
})

test('a script, a drawing or a page is no photo, whatever it calls itself', () => {
	const page = new TextEncoder().encode('<html><script>alert(1)</script></html>')
	for (const type of ['image/jpeg', 'image/svg+xml', 'text/html'])
		expect(cleanPicture(type, page)).toEqual({ is: 'refused', because: 'other-type' })
})

test('more than 5 MB is refused', () => {
	expect(cleanPicture('image/jpeg', new Uint8Array(MOST_PHOTO_BYTES + 1))).toEqual({
		is: 'refused',
		because: 'too-large',
	})
})
