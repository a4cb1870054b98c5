import { expect, test } from 'vitest'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { explain } from '../../../shared/domain/score/explain.ts'
import { monthScore } from '../../../shared/domain/score/periodScore.ts'
import { toHundredths } from '../../../shared/domain/score/round.ts'
import { goldenDays } from './goldenMonth.ts'

/** The month of docs/scoring.md. Readings come from its table of facts; every number here was worked out by hand there. */
const month = monthScore([defaultProfile], goldenDays(), '2026-10')
const dayOf = (day: number) => month.days[day - 1]
const lostOn = (day: number, revolution: 'toilet' | 'waste' | 'sewage') =>
	100 - (dayOf(day)?.revolutions[revolution]?.score ?? 100)

test('the month’s score is the one worked out by hand', () => {
	expect(toHundredths(month.score ?? 0)).toBe(91.51)
})

test('so is what every cause cost, and for how long', () => {
	const rounded = month.parts.map(({ device, factor, points, hours }) => [
		device,
		factor,
		Number(points.toFixed(2)),
		hours,
	])
	expect(rounded).toEqual([
		['toilet-1', 'ammonia', 3.65, 736],
		['bin-1', 'fill', 0.38, 14],
		['bin-1', 'missing', 0.03, 5],
		['bin-2', 'fill', 1.08, 384],
		['well-1', 'level', 3.23, 186],
		['well-1', 'missing', 0.03, 6],
		['well-2', 'missing', 0.11, 48],
	])
})

test.each([
	['a usual day', 1, 'toilet', 10],
	['a day with 14 smelly hours', 5, 'toilet', 39.1667],
	['a day with an excused repair', 12, 'toilet', 10],
	['a day with an accepted appeal', 14, 'toilet', 10],
	['the evening of an overflow', 8, 'waste', 17.5],
	['the morning after', 9, 'waste', 17.5],
	['a day with a new bin', 16, 'waste', 6.25],
	['a bin that fell silent while it was getting full', 20, 'waste', 9.375],
	['a well that fell silent while all was well', 25, 'sewage', 12.5926],
	['a well that was never heard', 30, 'sewage', 10],
] as const)('%s (the %dth, %s) lost what was worked out by hand', (_, day, revolution, lost) => {
	expect(lostOn(day, revolution)).toBeCloseTo(lost, 4)
})

test('27 days are valid, just enough to be ranked; the four others are those told', () => {
	expect(month).toMatchObject({ validDays: 27, neededDays: 27, isSufficient: true })
	expect(month.days.filter(({ isValid }) => !isValid).map(({ day }) => day.slice(8))).toEqual(['20', '25', '30', '31'])
})

test('the two gaps are to be looked at', () => {
	expect(month.doubts).toEqual([
		{ device: 'bin-1', doubt: 'coverage-drop', days: ['2026-10-20'] },
		{ device: 'well-1', doubt: 'coverage-drop', days: ['2026-10-25'] },
	])
})

test('it is explained in words whose tenths add up to 8.5', () => {
	expect(
		explain(month, new Map([['toilet-1', { zh: '1号公厕', en: 'Public toilet 1' }]])).parts.map(({ text }) => text.zh),
	).toEqual([
		'1号公厕 氨气偏高 共736小时，其中超标14小时，扣3.6分',
		'well-1 污水水位略高（未超标） 共186小时，扣3.2分',
		'bin-2 垃圾较满（未超标） 共384小时，扣1.1分',
		'bin-1 垃圾偏满 共14小时，其中超标12小时，扣0.4分',
		'well-2 没有数据 共48小时，扣0.1分',
		'其他小项共扣0.1分',
	])
})
