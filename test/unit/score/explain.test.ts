import { describe, expect, test } from 'vitest'
import type { LostPart, PeriodScore } from '../../../shared/contract/score/score.ts'
import { explain } from '../../../shared/domain/score/explain.ts'
import { bestRepair, rankIfRepaired } from '../../../shared/domain/score/repair.ts'
import { tenthsThatAddUp } from '../../../shared/domain/score/tenths.ts'

const names = new Map([
	['t2', { zh: '2号公厕', en: 'Public toilet 2' }],
	['b1', { zh: '1号垃圾箱', en: 'Bin 1' }],
])
const part = (device: string, factor: LostPart['factor'], points: number, hours: number): LostPart => ({
	revolution: device.startsWith('b') ? 'waste' : 'toilet',
	device,
	factor,
	points,
	hours,
})
const period = (parts: LostPart[], more: Partial<PeriodScore> = {}): PeriodScore => ({
	courtyard: 'yard-1',
	from: '2026-10-01',
	to: '2026-10-31',
	score: 100 - parts.reduce((sum, { points }) => sum + points, 0),
	isSufficient: true,
	validDays: 30,
	neededDays: 27,
	coverage: 1,
	revolutions: {},
	parts,
	doubts: [],
	devices: [],
	days: [],
	...more,
})
const said = (parts: LostPart[], language: 'zh' | 'en') =>
	explain(period(parts), names).parts.map(({ text }) => text[language])

describe('an explanation', () => {
	const parts = [part('b1', 'fill', 1.25, 3), part('t2', 'ammonia', 6.2, 14), part('b1', 'missing', 0.4, 5)]

	test('says in Chinese what cost how much and how long, the largest first', () => {
		expect(said(parts, 'zh')).toEqual([
			'2号公厕 氨气偏高 共14小时，扣6.2分',
			'1号垃圾箱 垃圾偏满 共3小时，扣1.3分',
			'1号垃圾箱 没有数据 共5小时，扣0.4分',
		])
	})

	test('says of how many hours the limit was passed, and does not call beyond it what was not', () => {
		const of = (beyond: number) => said([{ ...part('t2', 'ammonia', 6.2, 14), beyond }], 'zh')[0]
		expect(of(0)).toBe('2号公厕 氨气略高（未超标） 共14小时，扣6.2分')
		expect(of(3)).toBe('2号公厕 氨气偏高 共14小时，其中超标3小时，扣6.2分')
		expect(of(14)).toBe('2号公厕 氨气偏高 共14小时，全部超标，扣6.2分')
		expect(said([{ ...part('w1', 'pumpFault', 6.2, 14), beyond: 14 }], 'en')[0]).toContain('pump fault for 14 h, 6.2')
	})

	test('says it in English', () => {
		expect(said(parts, 'en')).toEqual([
			'Public toilet 2: ammonia too high for 14 h, 6.2 points',
			'Bin 1: bin too full for 3 h, 1.3 points',
			'Bin 1: no data for 5 h, 0.4 points',
		])
	})

	test('sums up what is too small to be shown', () => {
		const small = [part('t2', 'ammonia', 6, 14), part('b1', 'fill', 0.04, 1), part('b1', 'missing', 0.03, 2)]
		expect(said(small, 'zh').at(-1)).toBe('其他小项共扣0.1分')
		expect(said(small, 'en').at(-1)).toBe('Small ones together: 0.1 points')
	})

	test('calls a device that is not in the registry any more by its id', () => {
		expect(said([part('b9', 'fill', 1, 1)], 'en')).toEqual(['b9: bin too full for 1 h, 1.0 point'])
	})

	test('of a clean month has nothing to say of points', () => {
		expect(explain(period([]), names)).toMatchObject({ score: 100, lost: 0, parts: [], hours: [] })
		expect(explain(period([]), names).repair).toBeUndefined()
	})

	test('tells hours without readings, and excused ones with the reason', () => {
		const devices: PeriodScore['devices'] = [
			{ device: 't2', revolution: 'toilet', valid: 700, missing: 5, excused: { 'out-of-service': 30, outage: 9 } },
			{ device: 'b1', revolution: 'waste', valid: 744, missing: 0, excused: {} },
		]
		expect(explain(period([], { devices }), names).hours.map(({ text }) => text)).toEqual([
			{ zh: '2号公厕 缺数据 共5小时', en: 'Public toilet 2: readings missing in 5 h' },
			{ zh: '2号公厕 停用维修 共30小时，不计分', en: 'Public toilet 2: under repair for 30 h, not counted' },
			{ zh: '2号公厕 停电或断网 共9小时，不计分', en: 'Public toilet 2: no power or network for 9 h, not counted' },
		])
	})

	test('says whether there are days enough to be ranked', () => {
		const short = explain(period([], { validDays: 25, isSufficient: false }), names).validity
		expect(short.zh).toBe('有效天数 25/27，不参加排名')
		expect(short.en).toBe('Valid days 25 of 27 needed: not ranked')
		expect(explain(period([]), names).validity.zh).toBe('有效天数 30/27，参加排名')
	})

	test('speaks of ranking only where the period is a whole month', () => {
		const day = { from: '2026-10-05', to: '2026-10-05', validDays: 1, neededDays: 1 }
		expect(explain(period([], day), names).validity.zh).toBe('有效天数 1/1，数据足够')
		const running = { to: '2026-10-20', validDays: 12, neededDays: 18, isSufficient: false }
		expect(explain(period([], running), names).validity.en).toBe('Valid days 12 of 18 needed: too little data')
	})

	test('of a period of which nothing is known has no score', () => {
		expect(explain(period([], { score: null }), names)).toMatchObject({ score: null, lost: null })
	})
})

describe('shown tenths', () => {
	test('add up to the shown sum: the largest remainders are rounded up', () => {
		expect(tenthsThatAddUp([0.26, 0.26, 0.26])).toEqual([0.3, 0.3, 0.2])
		expect(tenthsThatAddUp([0.33, 0.33, 0.34])).toEqual([0.3, 0.3, 0.4])
		expect(tenthsThatAddUp([1 / 3, 1 / 3, 1 / 3])).toEqual([0.4, 0.3, 0.3])
		expect(tenthsThatAddUp([0.3, 0.6, 0.1])).toEqual([0.3, 0.6, 0.1])
		expect(tenthsThatAddUp([])).toEqual([])
	})
})

describe('the one repair that would have gained most', () => {
	const parts = [part('b1', 'fill', 1.25, 3), part('t2', 'ammonia', 6.2, 14), part('b1', 'missing', 9, 50)]

	test('is a cause on record, not missing data', () => {
		expect(bestRepair({ parts })).toMatchObject({ device: 't2', factor: 'ammonia', points: 6.2 })
		expect(explain(period(parts), names).repair?.text).toEqual({
			zh: '如果2号公厕没有“氨气偏高”，最多可多得6.2分',
			en: 'Without "ammonia too high" at Public toilet 2, up to 6.2 points more',
		})
	})

	test('is none where no reading cost anything', () => {
		expect(bestRepair({ parts: [part('b1', 'missing', 9, 50)] })).toBeUndefined()
	})

	test('tells the rank it would have given; equal scores share a rank', () => {
		const others = [95, 91, 88.4, 70]
		expect(rankIfRepaired(others, 83, 0)).toBe(4)
		expect(rankIfRepaired(others, 83, 6.2)).toBe(3)
		expect(rankIfRepaired(others, 83, 8)).toBe(2)
		expect(rankIfRepaired(others, 83, 40)).toBe(1)
	})
})
