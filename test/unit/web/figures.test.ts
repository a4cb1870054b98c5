import { describe, expect, it, test } from 'vitest'
import { conflict } from '../../../shared/contract/http/outcome.ts'
import { gapsOf, nightsOf, withHoles } from '../../../web/chart/spans.ts'
import { mapPoints, nameLines } from '../../../web/components/mapPoints.ts'
import { monthGrid } from '../../../web/components/monthGrid.ts'
import { sortRows } from '../../../web/components/sortRows.ts'
import { fieldErrors } from '../../../web/forms/fieldErrors.ts'
import { problemText } from '../../../web/forms/problemText.ts'

const hour = 3_600_000
const start = Date.parse('2026-11-23T00:00:00+08:00')

describe('a chart', () => {
	const points = [1, 2, 6].map((h) => ({ at: start + h * hour, value: h }))
	const range = { from: start, to: start + 8 * hour }

	it('has a gap wherever a reading no longer holds, also at its ends', () => {
		expect(gapsOf(points, range, 1.5 * hour)).toEqual([
			{ from: start + 2 * hour, to: start + 6 * hour },
			{ from: start + 6 * hour, to: start + 8 * hour },
		])
		expect(gapsOf([], range, hour)).toEqual([range])
	})

	it('draws no line across a gap', () => {
		const gaps = gapsOf(points, range, 1.5 * hour)
		expect(withHoles(points, gaps)[1]).toEqual([1, 2, null, 6, null])
	})

	it('knows the nights of the township', () => {
		expect(nightsOf({ from: start, to: start + 24 * hour })).toEqual([
			{ from: start, to: start + 6 * hour },
			{ from: start + 22 * hour, to: start + 24 * hour },
		])
	})
})

describe('a map', () => {
	const size = { width: 100, height: 100, margin: 10, apart: 12 }

	it('has north up and east right', () => {
		const [south, north] = mapPoints(
			[
				{ id: 's', lat: 30, lon: 104 },
				{ id: 'n', lat: 30.1, lon: 104.1 },
			],
			size,
		)
		expect(south?.y).toBeGreaterThan(north?.y ?? 0)
		expect(south?.x).toBeLessThan(north?.x ?? 0)
	})

	it('keeps two courtyards at one place apart, and one alone in the middle', () => {
		const [a, b] = mapPoints(
			[
				{ id: 'a', lat: 30, lon: 104 },
				{ id: 'b', lat: 30, lon: 104 },
			],
			size,
		)
		expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThan(11)
		expect(mapPoints([{ id: 'a', lat: 30, lon: 104 }], size)).toEqual([{ id: 'a', x: 50, y: 50 }])
	})

	it('breaks a long name between two words', () => {
		expect(nameLines('Old Well Concentric Courtyard')).toEqual(['Old Well Concentric', 'Courtyard'])
		expect(nameLines('李家院子')).toEqual(['李家院子'])
	})
})

test('a month begins on its weekday and ends with its last day', () => {
	const weeks = monthGrid('2026-11')
	expect(weeks[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, '2026-11-01'])
	expect(weeks.at(-1)?.[0]).toBe('2026-11-30')
	expect(weeks.every(({ length }) => length === 7)).toBe(true)
})

test('rows without a value stand last, whichever way the others are sorted', () => {
	const rows = [{ score: 3 }, { score: null }, { score: 1 }]
	const scores = (isFalling: boolean) => sortRows(rows, ({ score }) => score, isFalling).map(({ score }) => score)
	expect(scores(false)).toEqual([1, 3, null])
	expect(scores(true)).toEqual([3, 1, null])
})

test('what the server refuses stands at its field, the rest above the form', () => {
	const problem = {
		type: 'x',
		title: 'Invalid input',
		status: 400,
		zh: { title: '填写的内容有误' },
		errors: [
			{ field: 'name', message: 'too long', zh: '太长' },
			{ field: 'devices.0.eui', message: 'taken', zh: '已被占用' },
			{ field: 'deductions.0.points', message: 'too many', zh: '太多' },
		],
	}
	expect(fieldErrors(problem, ['name'], 'en')).toEqual({
		fields: { name: 'too long' },
		others: ['devices.0.eui: taken', 'Points: too many'],
	})
	expect(fieldErrors(problem, ['name'], 'zh')).toEqual({
		fields: { name: '太长' },
		others: ['devices.0.eui：已被占用', '分值：太多'],
	})
	const whole = conflict({ zh: '草稿变了。', en: 'The draft has changed.' })
	expect(problemText(problem, 'zh')).toBe('名称：太长；devices.0.eui：已被占用；分值：太多')
	expect(fieldErrors(whole, [], 'zh')).toEqual({ fields: {}, others: ['草稿变了。'] })
	expect(fieldErrors(whole, [], 'en')).toEqual({ fields: {}, others: ['The draft has changed.'] })
})
