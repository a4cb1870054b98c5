import { describe, expect, test } from 'vitest'
import type { CourtyardDay, DeviceDay } from '../../../shared/contract/score/score.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { monthScore, periodScore } from '../../../shared/domain/score/periodScore.ts'
import { addDays, daysBetween, daysOfMonth } from '../../../shared/domain/time/shanghai.ts'
import { courtyardDay, gap, times, valid } from './days.ts'

const clean = times(24, valid())
const profiles = [defaultProfile]
const month = (name: string, dayOf: (day: string, i: number) => CourtyardDay) =>
	monthScore(profiles, daysOfMonth(name).map(dayOf), name)

describe('a month', () => {
	test('is the mean of its days, whether or not all their hours were seen', () => {
		const { score, parts } = month('2026-11', (day, i) =>
			courtyardDay(day, { t: i < 6 ? times(24, valid({ ammonia: 50 })) : clean }),
		)
		expect(score).toBeCloseTo(90, 9)
		expect(parts).toEqual([
			{ revolution: 'toilet', device: 't', factor: 'ammonia', points: expect.closeTo(10, 9), hours: 144, beyond: 144 },
		])
	})

	test('needs 27 valid days, a February 25', () => {
		const short = (missing: number) => (day: string, i: number) =>
			courtyardDay(day, { t: i < missing ? times(24, gap(100)) : clean })
		expect(month('2026-11', short(3))).toMatchObject({ validDays: 27, neededDays: 27, isSufficient: true })
		expect(month('2026-11', short(4))).toMatchObject({ validDays: 26, neededDays: 27, isSufficient: false })
		expect(month('2027-02', short(3))).toMatchObject({ validDays: 25, neededDays: 25, isSufficient: true })
	})

	test('of which days are not there yet is what the others are', () => {
		const days = daysBetween('2026-11-01', '2026-11-10').map((day) => courtyardDay(day, { t: clean }))
		expect(monthScore(profiles, days, '2026-11')).toMatchObject({ score: 100, validDays: 10, isSufficient: false })
	})

	test('days before it are looked back at and not scored', () => {
		const before = courtyardDay('2026-10-31', { t: times(24, valid({ ammonia: 80 })) })
		const first = courtyardDay('2026-11-01', { t: times(24, gap()) })
		expect(monthScore(profiles, [first, before], '2026-11')).toMatchObject({ score: 20, days: [{ day: '2026-11-01' }] })
	})

	test('counts a device from the day it joined', () => {
		const { parts, revolutions } = month('2026-11', (day, i) =>
			courtyardDay(day, { bin1: clean, ...(i < 15 ? {} : { bin2: times(24, valid({ fill: 40 })) }) }),
		)
		// half of the days, a half of the revolution
		expect(parts).toEqual([
			{ revolution: 'waste', device: 'bin2', factor: 'fill', points: expect.closeTo(10, 9), hours: 360, beyond: 0 },
		])
		expect(revolutions.waste).toEqual({ score: expect.closeTo(90, 9), weight: 1, devices: 2 })
	})
})

test('a period that is no month needs the same share of its days, rounded up', () => {
	const days = daysBetween('2026-11-20', '2026-12-10').map((day) => courtyardDay(day, { t: clean }))
	// 11 · 27/30 + 10 · 27/31 = 18.6
	expect(periodScore(profiles, days, '2026-11-20', '2026-12-10')).toMatchObject({ neededDays: 19, validDays: 21 })
	expect(periodScore(profiles, days, '2026-11-20', '2026-11-20')).toMatchObject({ neededDays: 1, score: 100 })
})

test('each day is weighed by the profile that was in force', () => {
	const other = { ...defaultProfile, version: '2', weights: { toilet: 3, waste: 1, sewage: 1 } }
	const day = (date: string) => courtyardDay(date, { t: times(24, valid({ ammonia: 40 })), bin: clean })
	const days = [day('2026-11-01'), { ...day('2026-11-02'), profile: `${other.id}@2` }]
	const { days: scored } = periodScore([defaultProfile, other], days, '2026-11-01', '2026-11-02')
	expect(scored.map(({ score }) => score)).toEqual([80, 70])
})

test('what was known of each device is told in hours', () => {
	const { devices } = month('2026-11', (day) =>
		courtyardDay(day, { t: [...times(20, valid()), ...times(3, gap(100)), { is: 'excused', why: 'outage' }] }),
	)
	expect(devices).toEqual([{ device: 't', revolution: 'toilet', valid: 600, missing: 90, excused: { outage: 30 } }])
})

test('a period without any day is an error that says so', () => {
	expect(() => monthScore(profiles, [], '2026-11')).toThrow('there are none')
})

describe('doubts', () => {
	const first = '2026-11-01'
	const doubts = (...hours: DeviceDay['hours'][]) => {
		const days = hours.map((own, i) => courtyardDay(addDays(first, i), { t: own }))
		return periodScore(profiles, days, first, addDays(first, hours.length)).doubts
	}
	test('a gap of three hours in a device that had reported is one, on the day it reached three', () => {
		expect(doubts([...times(20, valid()), ...times(2, gap(100)), ...times(2, valid())])).toEqual([])
		expect(doubts([...times(20, valid()), ...times(3, gap(100)), valid()])).toEqual([
			{ device: 't', doubt: 'coverage-drop', days: [first] },
		])
		expect(doubts([...times(23, valid()), gap(100)], [...times(2, gap()), ...times(22, valid())])).toEqual([
			{ device: 't', doubt: 'coverage-drop', days: ['2026-11-02'] },
		])
	})

	test('a device that was never heard is not doubted', () => {
		expect(doubts(times(24, gap()))).toEqual([])
	})

	test('a long gap is doubted once, not every day', () => {
		expect(doubts([...times(20, valid()), ...times(4, gap(100))], times(24, gap()), times(24, gap()))).toHaveLength(1)
	})

	test('a radio signal that jumps overnight by 15 dB is one', () => {
		const signals = (...values: number[]) => {
			const days = values.map((signal, i) => {
				const day = courtyardDay(addDays(first, i), { t: clean })
				return { ...day, devices: day.devices.map((device) => ({ ...device, signal })) }
			})
			return periodScore(profiles, days, first, addDays(first, values.length)).doubts
		}
		expect(signals(-90, -76)).toEqual([])
		expect(signals(-90, -75, -74)).toEqual([{ device: 't', doubt: 'moved', days: ['2026-11-02'] }])
	})
})
