import { expect, test } from 'vitest'
import type { HeadEvaluation } from '../../../shared/contract/inspection/headEvaluation.ts'
import { proposeAdjustment } from '../../../shared/domain/head/adjustment.ts'
import { evaluateHead } from '../../../shared/domain/head/evaluate.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'

const rules = defaultProfile.headEvaluation
const nothing = { tasks: [], environment: 80, before: [80], dutiesDone: 4 }
const some = evaluateHead(defaultProfile, { courtyard: 'yard-0', month: '2026-11', ...nothing }, 0)

/** Heads of a month with these scores; their courtyards are numbered. */
const heads = (scores: readonly (number | null)[], stars = 1): HeadEvaluation[] =>
	scores.map((score, i) => ({ ...some, courtyard: `yard-${i}`, score, stars: score === null ? null : stars }))
const twelve = [10, 20, 30, 40, 50, 60, 70, 80, 90, 91, 92, 93]

const propose = (november: HeadEvaluation[], october: HeadEvaluation[], courtyard = 'yard-0') =>
	proposeAdjustment(rules, courtyard, '2026-11', (month) =>
		month === '2026-11' ? november : month === '2026-10' ? october : [],
	)

test('the lowest of twelve heads two months running is proposed to staff, with the figures in words', () => {
	const proposal = propose(heads(twelve), heads(twelve))
	expect(proposal).toMatchObject({
		isProposed: true,
		text: { zh: '连续 2 个月处于末位 10%，建议研究是否调整；由工作人员决定' },
		months: [
			{ month: '2026-11', compared: 12, places: 1, notHigher: 1 },
			{ month: '2026-10', compared: 12, places: 1, notHigher: 1 },
		],
	})
	expect(proposal.months[0]?.text.zh).toBe(
		'2026年11月：12 名院落长中，得分不高于本人的有 1 人（含本人），末位名额 1 个',
	)
	expect(propose(heads(twelve), heads(twelve), 'yard-1').isProposed).toBe(false)
})

test('one bad month is no reason', () => {
	expect(propose(heads(twelve), heads(twelve.toReversed())).isProposed).toBe(false)
	expect(propose(heads(twelve), []).isProposed).toBe(false)
})

test('nobody is proposed by a tie', () => {
	const tied = heads([10, 10, ...twelve.slice(2)])
	expect(propose(tied, tied).isProposed).toBe(false)
	const same = heads(twelve.map(() => 70))
	expect(propose(same, same).isProposed).toBe(false)
})

test('few heads are not compared, and heads without stars are not counted among them', () => {
	const nine = heads(twelve.slice(0, 9))
	expect(propose(nine, nine)).toMatchObject({
		isProposed: false,
		months: [{ text: { zh: '2026年11月：参评院落长 9 人，不足 10 人，不比较' } }, {}],
	})
	const unknown = heads([...twelve.slice(0, 9), null, null, null])
	expect(propose(unknown, unknown).isProposed).toBe(false)
})

test('a head with three stars is never proposed, nor one without stars', () => {
	expect(propose(heads(twelve, 3), heads(twelve)).isProposed).toBe(false)
	const unknown = heads([null, ...twelve])
	expect(propose(unknown, unknown)).toMatchObject({ isProposed: false, months: [{ notHigher: null }, {}] })
})
