import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HeadEvaluation } from '../../../shared/contract/inspection/headEvaluation.ts'
import { evaluateHead, type HeadFacts } from '../../../shared/domain/head/evaluate.ts'
import { medianMinutes } from '../../../shared/domain/head/figures.ts'
import type { TaskFact } from '../../../shared/domain/head/taskFacts.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'

const MINUTE = 60_000
const RAISED = Date.parse('2026-11-10T02:00:00Z')
const OVER = Date.parse('2026-12-01T00:00:00+08:00')

/** One perfect task of four hours to take up and a day to mend, to be spoiled one field a test. */
const task: TaskFact = {
	raisedAt: RAISED,
	acknowledgeBy: RAISED + 240 * MINUTE,
	fixBy: RAISED + 1440 * MINUTE,
	acknowledgedAt: RAISED + 30 * MINUTE,
	verifiedAt: RAISED + 300 * MINUTE,
	reopened: false,
	dismissed: false,
}
/** One perfect month. */
const facts: HeadFacts = {
	courtyard: 'yard-1',
	month: '2026-11',
	tasks: [task, task, task, task],
	environment: 92,
	before: [90, null, 92],
	dutiesDone: 4,
}
const { acknowledgedAt: _, verifiedAt: __, ...ignored } = task

const evaluate = (change: Partial<HeadFacts>, now = OVER) => evaluateHead(defaultProfile, { ...facts, ...change }, now)
const figure = (evaluation: HeadEvaluation, id: string) => evaluation.figures.find((one) => one.id === id)

test('a perfect month is 100 points and three stars, each figure in words', () => {
	const evaluation = evaluate({})
	expect(evaluation).toMatchObject({ score: 100, stars: 3, medianMinutes: 30, profile: expect.stringContaining('@') })
	expect(evaluation.figures.map(({ text }) => text.zh)).toEqual([
		'按时响应：4 件中 4 件',
		'按时办结：4 件中 4 件',
		'未返工：4 件中 4 件',
		'得分走势：本月环境得分 92.00，前 2 个月平均 91.00',
		'履职清单：4 项中完成 4 项',
	])
	expect(evaluation.text).toEqual({ zh: '2026年11月：100.00 分，★★★', en: '2026-11: 100.00 points, 3 stars' })
	expect(HeadEvaluation.parse(evaluation)).toEqual(evaluation)
})

test('one of four taken up late, mended late, or come back costs a quarter of its weight', () => {
	const late = (change: Partial<TaskFact>) => evaluate({ tasks: [task, task, task, { ...task, ...change }] })
	// Weights 30, 30, 15, 10, 15 of 100.
	expect(late({ acknowledgedAt: task.acknowledgeBy + 1 }).score).toBeCloseTo(92.5, 9)
	expect(late({ verifiedAt: task.fixBy + 1 }).score).toBeCloseTo(92.5, 9)
	expect(late({ reopened: true }).score).toBeCloseTo(96.25, 9)
})

test('a month worked out by hand: 30×50 + 30×75 + 15×100 + 10×70 + 15×50 of 100 is 67 and two stars', () => {
	const late = { ...task, acknowledgedAt: task.acknowledgeBy + 1 }
	const tasks = [task, task, late, { ...late, verifiedAt: task.fixBy + 1 }]
	expect(evaluate({ tasks, environment: 88, dutiesDone: 2 })).toMatchObject({ score: 67, stars: 2 })
})

test('a task that was over before it had to be taken up counts neither way, one that nobody took up does', () => {
	const passed = { ...ignored, verifiedAt: RAISED + 60 * MINUTE }
	expect(figure(evaluate({ tasks: [task, task, task, passed] }), 'acknowledged')).toMatchObject({
		value: 100,
		counted: 3,
	})
	const missed = { ...passed, verifiedAt: task.acknowledgeBy + 1 }
	expect(figure(evaluate({ tasks: [task, task, task, missed] }), 'acknowledged')).toMatchObject({
		value: 75,
		counted: 4,
	})
})

test('what still has time is not held against anybody; once its time is over, it is', () => {
	const tasks = [task, task, task, ignored]
	const [early, taken, over] = [RAISED + MINUTE, task.acknowledgeBy, task.fixBy].map((now) => evaluate({ tasks }, now))
	expect([early, taken, over].map((one) => one && figure(one, 'acknowledged')?.value)).toEqual([100, 75, 75])
	expect([early, taken, over].map((one) => one && figure(one, 'withinSla')?.value)).toEqual([100, 100, 75])
})

test('dismissed tasks and those of other months do not count', () => {
	const other = { ...ignored, raisedAt: Date.parse('2026-10-31T15:59:59Z') }
	const evaluation = evaluate({ tasks: [...facts.tasks, { ...ignored, dismissed: true }, other] })
	expect(evaluation).toMatchObject({ score: 100, figures: [{ counted: 4 }, { counted: 4 }, {}, {}, {}] })
})

test('fewer than three tasks say nothing: their weight goes to the other figures, and the text says so', () => {
	const evaluation = evaluate({ tasks: [ignored, ignored], dutiesDone: 2 })
	expect(evaluation.figures.map(({ value, weight }) => [value, weight])).toEqual([
		[null, 0],
		[null, 0],
		[null, 0],
		[100, 0.4],
		[50, 0.6],
	])
	expect(evaluation.score).toBeCloseTo(70, 9)
	expect(figure(evaluation, 'withinSla')?.text.zh).toBe('按时办结：本月只有 2 件，不足 3 件，不计')
})

test('too little known gives no stars, neither one nor three', () => {
	const evaluation = evaluate({ tasks: [], environment: null, dutiesDone: 4 })
	expect(evaluation).toMatchObject({ stars: null, text: { zh: '2026年11月：数据不足，不评星级' } })
})

test('a courtyard that holds its score loses nothing by the trend; a fall of ten points loses all of it', () => {
	const trend = (environment: number) => figure(evaluate({ environment, before: [90, 90] }), 'trend')?.value
	expect([100, 90, 85, 80, 60].map(trend)).toEqual([100, 100, 50, 0, 0])
})

test('the median of an even number of tasks lies between the two in the middle; none has none', () => {
	const after = (...minutes: number[]) =>
		medianMinutes(minutes.map((one) => ({ ...task, acknowledgedAt: RAISED + one * MINUTE })))
	expect([after(), after(5), after(9, 1), after(3, 100, 1)]).toEqual([null, 5, 5, 3])
})

const anyTask = fc.record(
	{
		raisedAt: fc.constant(RAISED),
		acknowledgeBy: fc.constant(task.acknowledgeBy),
		fixBy: fc.constant(task.fixBy),
		acknowledgedAt: fc.integer({ min: RAISED, max: OVER }),
		verifiedAt: fc.integer({ min: RAISED, max: OVER }),
		reopened: fc.boolean(),
		dismissed: fc.boolean(),
	},
	{ requiredKeys: ['raisedAt', 'acknowledgeBy', 'fixBy', 'reopened', 'dismissed'] },
)

test('the score lies between 0 and 100, its weights add up to 1, and the order of tasks and months does not matter', () => {
	const score = fc.option(fc.double({ min: 0, max: 100, noNaN: true }))
	const month = fc.record({
		tasks: fc.array(anyTask, { maxLength: 12 }),
		environment: score,
		before: fc.array(score, { maxLength: 3 }),
		dutiesDone: fc.integer({ min: 0, max: 4 }),
	})
	fc.assert(
		fc.property(month, (change) => {
			const evaluation = evaluate(change)
			expect(HeadEvaluation.parse(evaluation).score ?? 0).toBeGreaterThanOrEqual(0)
			expect(evaluation.score ?? 0).toBeLessThanOrEqual(100)
			expect(evaluation.figures.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
			const turned = { ...change, tasks: change.tasks.toReversed(), before: change.before.toReversed() }
			expect(evaluate(turned)).toEqual(evaluation)
		}),
	)
})
