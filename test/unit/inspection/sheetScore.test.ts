import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Deduction, InspectionSheet } from '../../../shared/contract/inspection/inspection.ts'
import { monthInspection } from '../../../shared/domain/inspection/monthInspection.ts'
import { newSheet } from '../../../shared/domain/inspection/sheet.ts'
import { sheetScore } from '../../../shared/domain/inspection/sheetScore.ts'
import { costWords, monthInspectionWords } from '../../../shared/domain/inspection/words.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'

const by = { id: 'u-17', name: '王芳', role: 'staff' } as const
const record = { at: Date.parse('2026-11-03T02:00:00Z'), by }
const struck = { appeal: 'a', at: record.at, by, reason: '拍错了院落' }
const litter = { zh: '垃圾满溢或散落', en: 'bin overfull or litter around' }

/** One perfect sheet of four items of 25 points each, to be spoiled. */
const clean = newSheet(defaultProfile, { courtyard: 'yard-1', day: '2026-11-03', deductions: [] }, record)
const withDeductions = (deductions: Deduction[], day = '2026-11-03'): InspectionSheet => ({
	...clean,
	id: `${day}.yard-1`,
	day,
	deductions,
})

test('a sheet without defects is worth 100', () => {
	expect(sheetScore(clean)).toEqual({ score: 100, costs: [] })
})

test('a defect of 5 of the 100 points of the sheet costs 5', () => {
	const sheet = withDeductions([{ id: '1-1', item: 'garbage', points: 5, defect: litter }])
	expect(sheetScore(sheet)).toMatchObject({ score: 95, costs: [{ cost: 5, item: { id: 'garbage' } }] })
})

test('an item never falls below 0: two defects of 20 and 30 of its 25 points cost 10 and 15', () => {
	const two = [20, 30].map((points, i) => ({ id: `1-${i}`, item: 'toilets', points, note: '脏' }))
	const { score, costs } = sheetScore(withDeductions(two))
	expect(score).toBe(75)
	expect(costs.map(({ cost }) => cost)).toEqual([10, 15])
})

test('a deduction that an appeal struck is shown and costs nothing', () => {
	const [cost] = sheetScore(withDeductions([{ id: '1-1', item: 'toilets', points: 5, note: '脏', struck }])).costs
	expect(cost?.cost).toBe(0)
	expect(cost && costWords(cost)).toEqual({
		zh: '厕所卫生：脏，原扣 5 分，申诉成立，不扣分',
		en: 'Toilets: 脏, 5 points struck on appeal',
	})
})

test('several inspections in a month count as their mean, and each defect costs its share of it', () => {
	const month = monthInspection([
		withDeductions([{ id: '1-1', item: 'garbage', points: 5, defect: litter }], '2026-11-20'),
		withDeductions([], '2026-11-03'),
	])
	expect(month.score).toBe(97.5)
	expect(month.costs.map(costWords)).toEqual([
		{
			zh: '垃圾收集：垃圾满溢或散落，扣 5 分，检查得分减 2.50',
			en: 'Garbage: bin overfull or litter around, 5 points deducted, 2.50 off the inspection score',
		},
	])
	expect(monthInspectionWords(month, 2).zh).toBe('本月检查 2 次，平均 97.50 分')
})

test('a month without an inspection has no score, neither 0 nor 100', () => {
	expect(monthInspection([]).score).toBeNull()
})

const deductions = fc.array(
	fc.record({
		id: fc.uuid(),
		item: fc.constantFrom(...clean.items.map(({ id }) => id)),
		points: fc.double({ min: 0.1, max: 1000, noNaN: true }),
		note: fc.constant('脏'),
	}),
	{ maxLength: 20 },
)

test('the score lies between 0 and 100, and what it lost is the sum of the costs', () => {
	fc.assert(
		fc.property(deductions, (all) => {
			const { score, costs } = sheetScore(withDeductions(all))
			expect(score >= 0 && score <= 100).toBe(true)
			expect(costs.length).toBe(all.length)
			expect(Math.abs(100 - score - costs.reduce((sum, { cost }) => sum + cost, 0))).toBeLessThan(1e-9)
		}),
	)
})

test('one more defect never raises the score, a struck one never lowers it', () => {
	fc.assert(
		fc.property(deductions, fc.nat(), (all, at) => {
			const { score } = sheetScore(withDeductions(all))
			expect(sheetScore(withDeductions(all.slice(1))).score).toBeGreaterThanOrEqual(score - 1e-9)
			const less = all.map((one, i) => (i === at % all.length ? { ...one, struck } : one))
			expect(sheetScore(withDeductions(less)).score).toBeGreaterThanOrEqual(score - 1e-9)
		}),
	)
})

test('the order of the lines of a sheet, and of the sheets of a month, does not matter to the last digit', () => {
	const shuffled = deductions.chain((all) =>
		fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
	)
	fc.assert(
		fc.property(shuffled, ([all, other]) => {
			expect(sheetScore(withDeductions(other)).score).toBe(sheetScore(withDeductions(all)).score)
			const days = [withDeductions(all, '2026-11-03'), withDeductions([], '2026-11-04')]
			expect(monthInspection(days.toReversed())).toEqual(monthInspection(days))
		}),
	)
})
