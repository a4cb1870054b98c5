import type { FigureId } from '../../contract/inspection/headEvaluation.ts'
import type { EvaluationRules } from '../../contract/profile/judgingRules.ts'
import { fixed } from '../inspection/words.ts'
import type { TaskFact } from './taskFacts.ts'

type Words = { zh: string; en: string }
/** A figure before it is weighed: 0 to 100, or null where there is too little to say. */
export type Figure = { id: FigureId; value: number | null; counted: number; text: Words }

/**
 * Tasks taken up in time. One that was over before it had to be taken up, or still has time, counts neither way.
 * @param now milliseconds since 1970
 */
export function acknowledged(rules: EvaluationRules, facts: readonly TaskFact[], now: number): Figure {
	const due = standing(facts).filter(
		({ acknowledgedAt, acknowledgeBy, verifiedAt = Number.POSITIVE_INFINITY }) =>
			acknowledgedAt !== undefined || (acknowledgeBy <= now && verifiedAt > acknowledgeBy),
	)
	const inTime = due.filter(
		({ acknowledgedAt = Number.POSITIVE_INFINITY, acknowledgeBy }) => acknowledgedAt <= acknowledgeBy,
	)
	return ofTasks(rules, 'acknowledged', inTime.length, due.length, { zh: '按时响应', en: 'taken up in time' })
}

/** Half of the acknowledged tasks were taken up within so many minutes. */
export function medianMinutes(facts: readonly TaskFact[]): number | null {
	const minutes = standing(facts)
		.flatMap(({ acknowledgedAt, raisedAt }) =>
			acknowledgedAt === undefined ? [] : Math.max(0, acknowledgedAt - raisedAt) / 60_000,
		)
		.sort((a, b) => a - b)
	const [low, high] = [minutes[Math.ceil(minutes.length / 2) - 1], minutes[Math.floor(minutes.length / 2)]]
	return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Tasks mended and verified in time. One that still has time counts neither way. */
export function withinSla(rules: EvaluationRules, facts: readonly TaskFact[], now: number): Figure {
	const due = standing(facts).filter(({ verifiedAt, fixBy }) => verifiedAt !== undefined || fixBy <= now)
	const inTime = due.filter(({ verifiedAt = Number.POSITIVE_INFINITY, fixBy }) => verifiedAt <= fixBy)
	return ofTasks(rules, 'withinSla', inTime.length, due.length, { zh: '按时办结', en: 'settled in time' })
}

/** Of the tasks that were mended, those that did not come back. */
export function notReopened(rules: EvaluationRules, facts: readonly TaskFact[]): Figure {
	const mended = standing(facts).filter(({ verifiedAt, reopened }) => verifiedAt !== undefined || reopened)
	const lasting = mended.filter(({ reopened }) => !reopened)
	return ofTasks(rules, 'notReopened', lasting.length, mended.length, { zh: '未返工', en: 'did not come back' })
}

/**
 * The month's environment score against the mean of the months before. To hold it is enough: nobody at the top can rise.
 * @param before the scores of the months before, null where one is unknown
 */
export function trend(rules: EvaluationRules, now: number | null, before: readonly (number | null)[]): Figure {
	const known = before.filter((score) => score !== null)
	if (now === null || known.length === 0) {
		const text = { zh: '得分走势：本月或前几月数据不足，不计', en: 'Trend: too few months have a score; not counted.' }
		return { id: 'trend', value: null, counted: known.length, text }
	}
	const mean = known.toSorted((a, b) => a - b).reduce((sum, score) => sum + score, 0) / known.length
	const fall = Math.max(0, mean - now)
	return {
		id: 'trend',
		value: 100 * Math.max(0, 1 - fall / rules.trendSpan),
		counted: known.length,
		text: {
			zh: `得分走势：本月环境得分 ${fixed(now)}，前 ${known.length} 个月平均 ${fixed(mean)}`,
			en: `Trend: environment score ${fixed(now)}, the mean of ${known.length} months before ${fixed(mean)}`,
		},
	}
}

/** The duties that are ticked, as a share of all. */
export function dutiesDone(done: number, all: number): Figure {
	const text = { zh: `履职清单：${all} 项中完成 ${done} 项`, en: `Duties: ${done} of ${all} done` }
	return { id: 'duties', value: all === 0 ? null : (100 * done) / all, counted: all, text }
}

/** What was dismissed was no problem. */
const standing = (facts: readonly TaskFact[]): TaskFact[] => facts.filter(({ dismissed }) => !dismissed)

function ofTasks(rules: EvaluationRules, id: FigureId, good: number, all: number, what: Words): Figure {
	if (all < rules.minimumTasks) {
		const text = {
			zh: `${what.zh}：本月只有 ${all} 件，不足 ${rules.minimumTasks} 件，不计`,
			en: `${what.en}: ${all} tasks are fewer than ${rules.minimumTasks}; not counted.`,
		}
		return { id, value: null, counted: all, text }
	}
	const text = { zh: `${what.zh}：${all} 件中 ${good} 件`, en: `${what.en}: ${good} of ${all} tasks` }
	return { id, value: (100 * good) / all, counted: all, text }
}
