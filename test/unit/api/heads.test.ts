import { expect, test } from 'vitest'
import { getDuties, putDuties } from '../../../functions/api/heads/duties.ts'
import { evaluateMonth, getEvaluation, listEvaluations } from '../../../functions/api/heads/evaluation.ts'
import { DutiesView } from '../../../shared/contract/inspection/duties.ts'
import { TownshipEvaluationView } from '../../../shared/contract/inspection/headEvaluation.ts'
import { head, otherHead, scoringDesk, staff } from '../../doubles/scoringDesk.ts'

const november = { courtyard: 'yard-1', month: '2026-11' }
const october = { courtyard: 'yard-1', month: '2026-10' }

test('a head ticks his duties; each shows who ticked it and when', async () => {
	const ports = scoringDesk()
	const answer = await putDuties(ports, head, november, { version: 0, done: ['patrol', 'policy'] })
	expect(answer).toMatchObject({
		status: 200,
		body: {
			version: 1,
			duties: [
				{ id: 'patrol', name: { zh: '日常巡查' }, isDone: true, last: { by: { name: '李强', role: 'head' } } },
				{ id: 'policy', isDone: true },
				{ id: 'mediation', isDone: false, last: null },
				{ id: 'service', isDone: false, last: null },
			],
		},
	})
	DutiesView.parse('body' in answer && answer.body)
	expect(await getDuties(ports, head, november)).toEqual(answer)
	expect(await getDuties(ports, otherHead, november)).toMatchObject({ status: 403 })
	expect(await putDuties(ports, otherHead, november, { version: 0, done: [] })).toMatchObject({ status: 403 })
})

test('ticks sent again change nothing, and of two who tick at once the second is told', async () => {
	const ports = scoringDesk()
	const ticks = { version: 0, done: ['patrol'] }
	for (const _ of [1, 2])
		expect(await putDuties(ports, head, november, ticks)).toMatchObject({ status: 200, body: { version: 1 } })
	expect(await putDuties(ports, head, november, { version: 0, done: ['policy'] })).toMatchObject({ status: 409 })
})

test('staff correct with a reason, and a head does not undo it', async () => {
	const ports = scoringDesk()
	await putDuties(ports, head, november, { version: 0, done: ['patrol', 'policy'] })
	const wish = { version: 1, done: ['patrol'] }
	expect(await putDuties(ports, staff, november, wish)).toMatchObject({ status: 400, errors: [{ field: 'reason' }] })
	expect(await putDuties(ports, staff, november, { ...wish, reason: '没有宣传记录' })).toMatchObject({
		body: { duties: [{}, { isDone: false, last: { by: { name: '王芳' }, reason: '没有宣传记录' } }, {}, {}] },
	})
	expect(await putDuties(ports, head, november, { version: 2, done: ['patrol', 'policy'] })).toMatchObject({
		status: 403,
		errors: [{ field: 'done', message: expect.stringContaining('policy') }],
	})
	expect(await putDuties(ports, head, november, { version: 2, done: ['patrol', 'service'] })).toMatchObject({
		status: 200,
		body: { events: [{}, {}, { isDone: false }, { duty: 'service' }] },
	})
})

test('a head ticks until the ranking is published; then he is told to ask the staff, who still can', async () => {
	const ports = scoringDesk()
	ports.published.add('2026-10')
	const ticks = { version: 0, done: ['patrol'] }
	expect(await putDuties(ports, head, october, ticks)).toMatchObject({
		status: 409,
		detail: expect.stringContaining('ask the staff'),
	})
	expect(await putDuties(ports, staff, october, { ...ticks, reason: '补记' })).toMatchObject({ status: 200 })
})

test.each([
	['month', { ...november, month: '2026-12' }, ['patrol']],
	['month', { ...november, month: '2026-13' }, []],
	['done.1', november, ['patrol', 'sleep']],
])('duties with a wrong %s are refused with words', async (field, which, done) => {
	const answer = await putDuties(scoringDesk(), head, which, { version: 0, done })
	expect(answer).toMatchObject({ status: 400, errors: [{ field, message: expect.stringMatching(/\w/) }] })
})

test('a head sees how he did, with every figure in words; whether an adjustment is proposed only staff see', async () => {
	const ports = scoringDesk()
	ports.scores.set('yard-1 2026-10', 80).set('yard-1 2026-09', 85)
	await putDuties(ports, head, october, { version: 0, done: ['patrol', 'policy'] })
	const own = await getEvaluation(ports, head, october)
	// No tasks: the trend (fell by 5 of 10: 50) has weight 10, the duties (half done: 50) 15.
	expect(own).toMatchObject({ status: 200, body: { score: 50, stars: 1, isFinal: true } })
	expect(own).not.toHaveProperty('body.adjustment')
	expect(await getEvaluation(ports, staff, october)).toMatchObject({ body: { adjustment: { isProposed: false } } })
	expect(await getEvaluation(ports, head, november)).toMatchObject({ body: { isFinal: false } })
	expect(await getEvaluation(ports, otherHead, october)).toMatchObject({ status: 403 })
	expect(await getEvaluation(ports, staff, { ...october, courtyard: 'nowhere' })).toMatchObject({ status: 404 })
})

test('staff evaluate all heads of a month that is over; again gives the same', async () => {
	const ports = scoringDesk()
	const first = await evaluateMonth(ports, '2026-10')
	expect(first).toMatchObject({ body: { heads: [{ courtyard: 'yard-1' }, { courtyard: 'yard-2' }] } })
	TownshipEvaluationView.parse('body' in first && first.body)
	expect(await evaluateMonth(ports, '2026-10')).toEqual(first)
	expect(await listEvaluations(ports, '2026-10')).toEqual(first)
	expect(await listEvaluations(ports, '2026-09')).toMatchObject({ body: { heads: [] } })
	expect(await evaluateMonth(ports, '2026-11')).toMatchObject({ status: 400, errors: [{ field: 'month' }] })
	expect(await evaluateMonth(ports, 'never')).toMatchObject({ status: 400, errors: [{ field: 'month' }] })
})
