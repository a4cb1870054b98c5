import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hourOf, hourStart } from '../../../shared/domain/telemetry/hour.ts'
import { type Instant, packReading, unpackHour } from '../../../shared/domain/telemetry/hourPack.ts'
import { statisticsBy } from '../../../shared/domain/telemetry/statistics.ts'

const START = Date.parse('2026-11-23T06:00:00Z')
const byHour = (at: number): number => hourStart(hourOf(at))

const instant: fc.Arbitrary<Instant> = fc.record({
	at: fc.integer({ min: 0, max: 3 * 3_600_000 }).map((offset) => START + offset),
	values: fc.dictionary(
		fc.constantFrom('ammonia' as const, 'battery' as const),
		fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => n + 0),
	),
	bad: fc.constant([]),
})

test('each hour has count, least, mean and greatest of each measurand', () => {
	const instants = [
		{ at: START + 1, values: { ammonia: 0.1, battery: 80 }, bad: [] },
		{ at: START + 2, values: { ammonia: 0.2 }, bad: [] },
		{ at: START + 3_600_000, values: { ammonia: 5 }, bad: [] },
	]
	expect(statisticsBy(byHour, instants)).toEqual([
		{
			start: START,
			measurands: {
				ammonia: { count: 2, min: 0.1, mean: 0.15, max: 0.2 },
				battery: { count: 1, min: 80, mean: 80, max: 80 },
			},
		},
		{ start: START + 3_600_000, measurands: { ammonia: { count: 1, min: 5, mean: 5, max: 5 } } },
	])
})

test('the order of the instants does not matter, to the last digit', () => {
	const shuffled = fc
		.array(instant, { maxLength: 40 })
		.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
	fc.assert(
		fc.property(shuffled, ([all, other]) => {
			expect(JSON.stringify(statisticsBy(byHour, other))).toBe(JSON.stringify(statisticsBy(byHour, all)))
		}),
	)
})

test('the mean lies between the least and the greatest, and every value is counted once', () => {
	fc.assert(
		fc.property(fc.array(instant, { maxLength: 40 }), (instants) => {
			const all = statisticsBy(byHour, instants).flatMap(({ measurands }) => Object.values(measurands))
			for (const { min, mean, max } of all) expect(mean >= min && mean <= max).toBe(true)
			const values = instants.flatMap((one) => Object.values(one.values))
			expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
		}),
	)
})

test('values that are not usable, or in doubt, do not count', () => {
	const members = [
		packReading({ at: START, values: { ammonia: 500 }, bad: ['ammonia'] }),
		packReading({ at: START + 1000, values: { ammonia: 1 } }),
		packReading({ at: START + 2000, values: { ammonia: 2 } }),
		packReading({ at: START + 2000, values: { ammonia: 3 } }),
	]
	expect(statisticsBy(byHour, unpackHour('2026-11-23T06', members))).toEqual([
		{ start: START, measurands: { ammonia: { count: 1, min: 1, mean: 1, max: 1 } } },
	])
})

test('an hour in which nothing usable was measured is left out', () => {
	expect(statisticsBy(byHour, [{ at: START, values: {}, bad: ['ammonia'] }])).toEqual([])
})
