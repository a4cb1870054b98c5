/** What Chromium makes of a canvas of 8 × 8 points: whole pictures, with a colour profile and nothing else beside. */
const encoded = {
	jpeg: [
		'/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAA',
		'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
		'AAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChn',
		'VFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAA',
		'b6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQA',
		'AAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAg',
		'ADIAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBD',
		'ARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAIAAgDASIAAhEB',
		'AxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAdEAACAgIDAQAAAAAAAAAAAAABAgAEAyEiQWFx/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgX/',
		'xAAWEQEBAQAAAAAAAAAAAAAAAAAAARH/2gAMAwEAAhEDEQA/AKXeoaGNExOLQbm5OiN+/OoiIUa3X//Z',
	],
	png: [
		'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAYAAADED76LAAAAPklEQVR4AZyMwQkAIAwDQ1fSVZxFR3AWXcWd9NWSly0tHIRyiZTV7w+Bcyac',
		'NqFwxwR+co4LdQ8ouQVucX4AAAD//9zehXYAAAAGSURBVAMA5tsbqcKWf40AAAAASUVORK5CYII=',
	],
	webp: [
		'UklGRjICAABXRUJQVlA4WAoAAAAgAAAABwAABwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAA',
		'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
		'AAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChn',
		'VFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAA',
		'b6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQA',
		'AAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAg',
		'ADIAMAAxADZWUDggRAAAANABAJ0BKggACAACwEwlqAJ0ARY1ETAAAP6cBto4QuYPCWpyMsHqNYp1YRlr6q3e7DW2ZOyV//ZZDUpX9/rQ/t51',
		'HAAA',
	],
}
const bytesOf = (lines: readonly string[]): Uint8Array => new Uint8Array(Buffer.from(lines.join(''), 'base64'))

export const jpeg = bytesOf(encoded.jpeg)
export const png = bytesOf(encoded.png)
export const webp = bytesOf(encoded.webp)

/** What is to be found in no picture that is kept. */
export const SECRET = 'GPS 30.1234N 104.5678E'
const secret = Buffer.from(SECRET)

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

const segment = (marker: number, content: Uint8Array): Uint8Array =>
	join(Uint8Array.of(0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255), content)

/** An Exif segment as a phone writes it, little-endian: how to turn the picture, and where it was taken. */
const exif = (orientation: number): Uint8Array =>
	join(
		...[Buffer.from('Exif\0\0II*\0'), Uint8Array.of(8, 0, 0, 0, 2, 0)],
		Uint8Array.of(0x0f, 0x01, 2, 0, secret.length, 0, 0, 0, 40, 0, 0, 0),
		Uint8Array.of(0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0),
		...[Uint8Array.of(0, 0, 0, 0), secret],
	)

/** A JPEG as a phone gives it: with place, comment, another picture's data, and a film behind the end. */
export const phoneJpeg = (orientation = 6): Uint8Array =>
	join(
		...[jpeg.subarray(0, 2), segment(0xe1, exif(orientation)), segment(0xfe, secret)],
		...[segment(0xe2, join(Buffer.from('MPF\0'), secret)), jpeg.subarray(2), secret],
	)

const chunk = (type: string, content: Uint8Array): Uint8Array => {
	const size = Buffer.alloc(4)
	size.writeUInt32BE(content.length)
	return join(size, Buffer.from(type), content, Buffer.alloc(4))
}

export const phonePng = (): Uint8Array =>
	join(png.subarray(0, 33), chunk('eXIf', secret), chunk('tEXt', secret), png.subarray(33), secret)

export const phoneWebp = (): Uint8Array => {
	const size = Buffer.alloc(4)
	size.writeUInt32LE(secret.length)
	const whole = join(webp, Buffer.from('EXIF'), size, secret, Buffer.from('XMP '), size, secret)
	new DataView(whole.buffer).setUint32(4, whole.length - 8, true)
	whole[20] = (whole[20] ?? 0) | 0b1100
	return join(whole, secret)
}
