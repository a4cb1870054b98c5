import type { HeadEvaluation } from '../../contract/inspection/headEvaluation.ts'
import type { Profile } from '../../contract/profile/profile.ts'
import { fixed } from '../inspection/words.ts'
import { monthEnd, monthStart, monthWords } from '../time/month.ts'
import { acknowledged, dutiesDone, type Figure, medianMinutes, notReopened, trend, withinSla } from './figures.ts'
import type { TaskFact } from './taskFacts.ts'

export type HeadFacts = {
	courtyard: string
	month: string
	/** All that is known; what was raised in another month is left out. */
	tasks: readonly TaskFact[]
	/** Environment scores of the month, and of those before. */
	environment: number | null
	before: readonly (number | null)[]
	/** How many duties of the month are done. */
	dutiesDone: number
}

/**
 * How the head of a courtyard did in a month (domain section 6). The order of tasks and months does not matter.
 * @param profile the one in force on the month's first day
 * @param now milliseconds since 1970: what still has time is not held against anybody
 */
export function evaluateHead(profile: Profile, facts: HeadFacts, now: number): HeadEvaluation {
	const rules = profile.headEvaluation
	const { courtyard, month, environment } = facts
	const [from, until] = [monthStart(month), monthEnd(month)]
	const tasks = facts.tasks.filter(({ raisedAt }) => from <= raisedAt && raisedAt < until)
	const figures = [
		acknowledged(rules, tasks, now),
		withinSla(rules, tasks, now),
		notReopened(rules, tasks),
		trend(rules, environment, facts.before),
		dutiesDone(facts.dutiesDone, profile.duties.length),
	]
	const weightOf = ({ id, value }: Figure): number => (value === null ? 0 : rules.weights[id])
	const present = figures.reduce((sum, figure) => sum + weightOf(figure), 0)
	const weighed = figures.map((figure) => ({ ...figure, weight: present === 0 ? 0 : weightOf(figure) / present }))
	const score =
		present === 0
			? null
			: Math.min(
					100,
					weighed.reduce((sum, { value, weight }) => sum + (value ?? 0) * weight, 0),
				)
	const all = Object.values(rules.weights).reduce((sum, weight) => sum + weight, 0)
	const stars = score === null || present < rules.minimumWeight * all ? null : starsOf(rules, score)
	return {
		courtyard,
		month,
		profile: `${profile.id}@${profile.version}`,
		score,
		stars,
		figures: weighed,
		medianMinutes: medianMinutes(tasks),
		environment,
		text: summary(month, score, stars),
	}
}

/** Stars by the score; the smallest addend undoes what binary fractions take from a score that is exactly at the limit. */
function starsOf({ twoStars, threeStars }: { twoStars: number; threeStars: number }, score: number): 1 | 2 | 3 {
	const stars = score + 1e-9
	if (stars >= threeStars) return 3
	return stars >= twoStars ? 2 : 1
}

function summary(month: string, score: number | null, stars: number | null): { zh: string; en: string } {
	const when = monthWords(month)
	if (score === null || stars === null)
		return { zh: `${when.zh}：数据不足，不评星级`, en: `${when.en}: too little is known to give stars.` }
	return {
		zh: `${when.zh}：${fixed(score)} 分，${'★'.repeat(stars)}`,
		en: `${when.en}: ${fixed(score)} points, ${stars} star${stars === 1 ? '' : 's'}`,
	}
}
