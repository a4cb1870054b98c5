import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentile } from '../../bench/percentile.ts'

test('a percentile is a value that was measured, in the order of size', () => {
	expect(percentile([900, 100, 200], 50)).toBe(200)
	expect(percentile([4, 3, 2, 1], 50)).toBe(2)
	expect(percentile([5], 99)).toBe(5)
	expect(() => percentile([], 50)).toThrow('of nothing')
})

test('of three hundred values the 99th percentile leaves three above it', () => {
	const values = Array.from({ length: 300 }, (_, i) => 300 - i)
	expect(percentile(values, 99)).toBe(297)
})

test('so many in a hundred do not exceed it, and one value fewer would not do', () => {
	fc.assert(
		fc.property(
			fc.array(fc.double({ noNaN: true }), { minLength: 1 }),
			fc.integer({ min: 1, max: 100 }),
			(values, p) => {
				const found = percentile(values, p)
				const share = (is: (value: number) => boolean) => (values.filter(is).length / values.length) * 100
				expect(share((value) => value <= found)).toBeGreaterThanOrEqual(p - 1e-9)
				expect(share((value) => value < found)).toBeLessThan(p)
			},
		),
	)
})
