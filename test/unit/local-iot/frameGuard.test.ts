import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createFrameGuard } from '../../../infra/local/iot/frameGuard.ts'

const packet = (length: number): Buffer => {
	const header = [0x30]
	let rest = length
	do {
		header.push((rest % 128) | (rest >= 128 ? 128 : 0))
		rest = Math.floor(rest / 128)
	} while (rest > 0)
	// 0xff everywhere: read as a length by mistake, it would be too long.
	return Buffer.concat([Buffer.from(header), Buffer.alloc(length, 0xff)])
}
const acceptsAll = (maxBytes: number, bytes: Buffer, cuts: readonly number[]): boolean => {
	const isAcceptable = createFrameGuard(maxBytes)
	const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
	return ends.every((end, index) => isAcceptable(bytes.subarray(ends[index - 1] ?? 0, end)))
}
const lengths = fc.array(fc.oneof(fc.nat(3), fc.integer({ min: 120, max: 135 }), fc.nat(20_000)), {
	minLength: 1,
	maxLength: 6,
})

it('packets up to the limit pass, however they are cut', () => {
	fc.assert(
		fc.property(lengths, fc.array(fc.nat()), (sizes, cuts) => {
			expect(acceptsAll(Math.max(...sizes), Buffer.concat(sizes.map(packet)), cuts)).toBe(true)
		}),
	)
})

it('one longer packet among them does not', () => {
	fc.assert(
		fc.property(lengths, fc.array(fc.nat()), (sizes, cuts) => {
			const longest = Math.max(...sizes)
			fc.pre(longest > 0)
			expect(acceptsAll(longest - 1, Buffer.concat(sizes.map(packet)), cuts)).toBe(false)
		}),
	)
})

it('a length of more than four bytes does not pass', () => {
	expect(createFrameGuard(2 ** 28)(Buffer.from([0x30, 0x80, 0x80, 0x80, 0x80, 0x00]))).toBe(false)
})
