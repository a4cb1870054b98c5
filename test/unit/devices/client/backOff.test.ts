import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOff } from '../../../../devices/client/backOff.ts'

test('the wait doubles from one second up to a minute, half of it random', () => {
	const waits = (random: number) => [0, 1, 2, 3, 6, 50].map((attempt) => backOff(attempt, random))
	expect(waits(0)).toEqual([500, 1000, 2000, 4000, 30_000, 30_000])
	expect(waits(0.999_999)).toEqual([1000, 2000, 4000, 8000, 60_000, 60_000])
})

test('is never zero and never beyond the longest wait', () => {
	fc.assert(
		fc.property(fc.nat(), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, random) => {
			const wait = backOff(attempt, random)
			return wait >= 500 && wait <= 60_000
		}),
	)
})
