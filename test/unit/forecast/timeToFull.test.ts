import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fills } from '../../../shared/domain/forecast/fills.ts'
import { theilSen } from '../../../shared/domain/forecast/theilSen.ts'
import { type Level, timeToFull } from '../../../shared/domain/forecast/timeToFull.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.parse('2026-11-01T00:00:00Z')

/** A reading every two hours of a bin that fills by so much a day and is emptied at these days. */
function bin(
	days: number,
	perDay: number,
	emptied: readonly number[] = [],
	noise: (i: number) => number = () => 0,
): Level[] {
	return Array.from({ length: days * 12 }, (_, i) => {
		const day = i / 12
		const since = Math.max(0, ...emptied.filter((at) => at <= day))
		return { at: START + day * DAY, value: Math.max(0, (day - since) * perDay + noise(i)) }
	})
}
/** Repeatable noise between −1 and 1. */
const wobble = (i: number): number => Math.sin(i * 12.9898) * Math.cos(i * 78.233)

test('a bin that fills by 20 % a day and stands at 60 % reaches 90 % in a day and a half', () => {
	const forecast = timeToFull(bin(3, 20), 90)
	const last = START + (35 / 12) * DAY
	expect(forecast?.perDay).toBeCloseTo(20, 6)
	expect(forecast?.fullAt).toBeCloseTo(last + ((90 - (35 / 12) * 20) / 20) * DAY, -3)
	expect(forecast?.emptyings).toBe(0)
})

test('emptyings are seen and do not count against the slope', () => {
	const forecast = timeToFull(bin(9, 25, [3, 6]), 90)
	expect(forecast?.emptyings).toBe(2)
	expect(forecast?.perDay).toBeCloseTo(25, 6)
})

test('noise and wild values leave it near the truth, and the truth within its interval', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 12, max: 40 }),
			fc.array(fc.tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 110 })), { maxLength: 5 }),
			(perDay, wild) => {
				const emptied = [2.5]
				const levels = bin(5, perDay, emptied, (i) => 3 * wobble(i))
				for (const [i, value] of wild) {
					const level = levels[i]
					if (level) level.value = value
				}
				const forecast = timeToFull(levels, 90)
				// Half a day of filling is what planning a round can bear.
				expect(Math.abs((forecast?.perDay ?? 0) - perDay)).toBeLessThan(0.25 * perDay + 1)
				expect(forecast?.earliest).toBeLessThanOrEqual(forecast?.fullAt ?? 0)
				expect(forecast?.latest).toBeGreaterThanOrEqual(forecast?.fullAt ?? 0)
			},
		),
	)
})

test('one wild reading is no emptying', () => {
	const levels = bin(3, 20)
	const [at] = levels.slice(20, 21)
	if (at) at.value = 0
	expect(timeToFull(levels, 90)?.emptyings).toBe(0)
})

test.each([
	['no readings', []],
	['too few readings', bin(3, 20).slice(0, 5)],
	['a level that stands still', bin(5, 0, [], () => 40)],
	['a level that only wobbles', bin(5, 0, [], (i) => 40 + 3 * wobble(i))],
	['a level that falls', bin(5, 0, [], (i) => 90 - i / 4)],
])('%s: no forecast', (_what, levels) => {
	expect(timeToFull(levels, 90)).toBeUndefined()
})

test('what is full already is due now', () => {
	const levels = bin(5, 20)
	expect(timeToFull(levels, 90)?.fullAt).toBe(levels.at(-1)?.at)
})

test('the more it wobbles, the wider the interval', () => {
	const width = (amount: number): number => {
		const forecast = timeToFull(
			bin(5, 15, [], (i) => amount * wobble(i)),
			90,
		)
		return (forecast?.latest ?? 0) - (forecast?.earliest ?? 0)
	}
	expect(width(6)).toBeGreaterThan(width(1))
})

test('a fill begins where the level fell, whatever the noise', () => {
	const points = bin(6, 30, [2, 4], (i) => 2 * wobble(i)).map(({ at, value }) => ({ x: at / DAY, y: value }))
	expect(fills(points, 20).map(({ length }) => length)).toEqual([24, 24, 24])
})

test('Theil–Sen by hand: slopes 1, 1, 1, 5, 3, 2.33 have the median 1.67', () => {
	const points = [0, 1, 2, 7].map((y, x) => ({ x, y }))
	expect(theilSen([points])?.slope).toBeCloseTo((1 + 7 / 3) / 2, 12)
})
