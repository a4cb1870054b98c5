import { describe, expect, test } from 'vitest'
import type { CourtyardDay, HourScore } from '../../../shared/contract/score/score.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { dayScores } from '../../../shared/domain/score/dayScore.ts'
import { addDays, dayStart } from '../../../shared/domain/time/shanghai.ts'
import { courtyardDay, DAY, excused, gap, HOUR, times, valid } from './days.ts'

const clean = times(24, valid())
const score = (days: CourtyardDay[], day = DAY) => {
	const [found] = dayScores([defaultProfile], days, day, day)
	if (!found) throw new Error('no score')
	return found
}
/** A courtyard with one toilet: its day's score. */
const toiletScore = (hours: HourScore[], ...before: CourtyardDay[]) =>
	score([...before, courtyardDay(DAY, { t: hours })]).score
const yesterday = (hours: HourScore[]) => courtyardDay(addDays(DAY, -1), { t: hours })

describe('a gap', () => {
	test('counts with the index last shown, where that is below the mean', () => {
		// 12 h at 80, then 12 h unplugged at 20
		expect(toiletScore([...times(12, valid({ ammonia: 20 })), ...times(12, gap(20))])).toBeCloseTo(50, 9)
	})

	test('counts at most with the mean of the device’s own valid hours', () => {
		expect(toiletScore([...times(12, valid({ ammonia: 20 })), ...times(12, gap(100))])).toBeCloseTo(80, 9)
	})

	test('has its mean from the hours before it, of the day and of the days looked back, not longer', () => {
		const hours = [...times(12, valid()), ...times(12, gap(100))]
		// before the gap: 24 h at 40 and 12 h at 100, a mean of 60
		expect(toiletScore(hours, yesterday(times(24, valid({ ammonia: 60 }))))).toBeCloseTo(80, 9)
		const old = courtyardDay(addDays(DAY, -8), { t: times(24, valid({ ammonia: 60 })) })
		expect(toiletScore(hours, old)).toBe(100)
	})

	test('is not changed by what comes after it', () => {
		const missing = (...after: HourScore[]) =>
			score([
				courtyardDay(DAY, { t: [...times(8, valid({ ammonia: 20 })), ...times(8, gap(100)), ...after] }),
			]).parts.find(({ factor }) => factor === 'missing')?.points
		expect(missing(...times(8, valid({ ammonia: 90 })))).toBe(missing(...times(8, valid())))
	})

	test('of a day without a reading has what was shown on the days before', () => {
		const before = yesterday([...times(23, valid()), valid({ ammonia: 70 })])
		expect(toiletScore(times(24, gap()), before)).toBeCloseTo(30, 9)
	})

	test('before the first reading ever counts with the device’s own mean', () => {
		expect(toiletScore([...times(12, gap()), ...times(12, valid({ ammonia: 20 }))])).toBeCloseTo(80, 9)
	})

	test('counts as read in the minutes that readings held', () => {
		const part: HourScore = { is: 'gap', minutes: 30, lost: { ammonia: 80 }, shown: 100 }
		const day = score([courtyardDay(DAY, { t: [...times(23, valid()), part] })])
		// half an hour at 20, the rest at the mean of 100
		expect(day.parts).toEqual([
			{ revolution: 'toilet', device: 't', factor: 'ammonia', points: 40 / 24, hours: 1, beyond: 1 },
		])
	})

	test('is explained by a factor of its own', () => {
		const day = score([courtyardDay(DAY, { t: [...times(18, valid({ ammonia: 24 })), ...times(6, gap(52))] })])
		expect(day.parts).toEqual([
			{ revolution: 'toilet', device: 't', factor: 'ammonia', points: 18, hours: 18, beyond: 0 },
			{ revolution: 'toilet', device: 't', factor: 'missing', points: 12, hours: 6 },
		])
		expect(day.score).toBe(70)
	})
})

describe('a device of which nothing is known', () => {
	const silent = times(24, gap())
	test('counts with the mean of the others of its revolution, in a part of its own', () => {
		const day = score([courtyardDay(DAY, { t1: times(24, valid({ ammonia: 30 })), t2: silent })])
		expect(day.score).toBeCloseTo(70, 9)
		expect(day.parts.map(({ device, factor, points }) => [device, factor, points])).toEqual([
			['t1', 'ammonia', 15],
			['t2', 'missing', 15],
		])
	})

	test('makes its revolution count with the mean of the others, if nothing is known of any in it', () => {
		const day = score([courtyardDay(DAY, { t: times(24, valid({ ammonia: 30 })), bin: clean, well: silent })])
		expect(day.score).toBeCloseTo(85, 9)
		expect(day.revolutions.sewage).toEqual({ score: null, weight: 1 / 3, devices: 1 })
	})

	test('leaves a courtyard without a score, if it is all there is', () => {
		expect(score([courtyardDay(DAY, { t: silent })])).toMatchObject({
			score: null,
			isValid: false,
			parts: [],
			coverage: 0,
		})
	})
})

describe('weights come from the registry', () => {
	test('every device counts the same in its revolution, and every revolution by the profile', () => {
		const day = score([
			courtyardDay(DAY, {
				bin1: times(24, valid({ fill: 40 })),
				bin2: clean,
				bin3: clean,
				t: times(24, valid({ ammonia: 30 })),
			}),
		])
		expect(day.parts.map(({ device, points }) => [device, Number(points.toFixed(6))])).toEqual([
			['t', 15],
			['bin1', 6.666667],
		])
		expect(day.revolutions).toEqual({
			toilet: { score: 70, weight: 0.5, devices: 1 },
			waste: { score: expect.closeTo(100 - 40 / 3, 9), weight: 0.5, devices: 3 },
		})
	})

	test('a device that falls silent does not change what its neighbour costs', () => {
		const cost = (hours: HourScore[]) =>
			score([courtyardDay(DAY, { bin1: times(24, valid({ fill: 40 })), bin2: hours })]).parts.find(
				({ device }) => device === 'bin1',
			)?.points
		expect(cost([...times(5, valid()), ...times(19, gap(100))])).toBe(cost(clean))
	})
})

describe('excused hours', () => {
	test('are left out of the device’s mean', () => {
		expect(toiletScore([...times(12, excused), ...times(6, valid({ ammonia: 20 })), ...times(6, valid())])).toBeCloseTo(
			90,
			9,
		)
	})

	test('a device that was excused all day is left out with its part', () => {
		const day = score([courtyardDay(DAY, { bin1: times(24, valid({ fill: 40 })), bin2: times(24, excused) })])
		expect(day).toMatchObject({ score: 60, isValid: true, revolutions: { waste: { weight: 1, devices: 1 } } })
	})
})

describe('a day is valid', () => {
	const isValid = (devices: Record<string, HourScore[]>) => score([courtyardDay(DAY, devices)]).isValid
	test('with 20 valid hours of a device, and not with 19', () => {
		expect(isValid({ t: [...times(20, valid()), ...times(4, gap(100))] })).toBe(true)
		expect(isValid({ t: [...times(19, valid()), ...times(5, gap(100))] })).toBe(false)
	})

	test('with the same share of the hours that were not excused', () => {
		expect(isValid({ t: [...times(12, excused), ...times(10, valid()), ...times(2, gap(100))] })).toBe(true)
		expect(isValid({ t: [...times(12, excused), ...times(9, valid()), ...times(3, gap(100))] })).toBe(false)
	})

	test('if in every revolution two thirds of the devices are', () => {
		const bad = times(24, gap(100))
		expect(isValid({ bin1: clean, bin2: clean, bin3: bad })).toBe(true)
		expect(isValid({ bin1: clean, bin2: bad, bin3: bad })).toBe(false)
		expect(isValid({ bin1: clean, bin2: clean, bin3: clean, t: bad })).toBe(false)
	})

	test('not where everything was excused', () => {
		expect(isValid({ t: times(24, excused) })).toBe(false)
	})
})

test('coverage is the share of valid hours among those that were not excused', () => {
	const hours = [...times(4, excused), ...times(15, valid()), ...times(5, gap(100))]
	expect(score([courtyardDay(DAY, { t: hours })]).coverage).toBe(0.75)
})

test('a sensor that is found stuck is a gap from the moment it stood still, also on the day before', () => {
	const before = yesterday([...times(10, valid({ ammonia: 50 })), ...times(14, valid())])
	const today = courtyardDay(DAY, { t: times(24, gap()) })
	const [device] = today.devices
	if (!device) throw new Error('no device')
	const stuck = { ...today, devices: [{ ...device, stuckSince: dayStart(DAY) - 14 * HOUR }] }
	const days = dayScores([defaultProfile], [before, stuck], before.day, DAY)
	expect(days.map((day) => day.score)).toEqual([50, 50])
	expect(days.map((day) => day.isValid)).toEqual([false, false])
})

test('a day whose devices are all unknown to the readings loses nothing it cannot explain', () => {
	const day = score([courtyardDay(DAY, {})])
	expect(day).toEqual({
		courtyard: 'yard-1',
		day: DAY,
		score: null,
		isValid: false,
		coverage: 0,
		revolutions: {},
		parts: [],
	})
})
