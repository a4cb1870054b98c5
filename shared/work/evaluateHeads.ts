import type { HeadEvaluation } from '../contract/inspection/headEvaluation.ts'
import type { Profile } from '../contract/profile/profile.ts'
import { isDone } from '../domain/head/duties.ts'
import { evaluateHead } from '../domain/head/evaluate.ts'
import { taskFacts } from '../domain/head/taskFacts.ts'
import { profileOn } from '../domain/profile/inForce.ts'
import { monthStart, monthsBefore } from '../domain/time/month.ts'
import type { Duties } from '../ports/duties.ts'
import type { Evaluations } from '../ports/evaluations.ts'
import type { MonthScores } from '../ports/monthScores.ts'
import type { Registry } from '../ports/registry.ts'
import type { TaskList } from '../ports/taskStore.ts'

export type EvaluationPorts = {
	tasks: Pick<TaskList, 'ofCourtyard'>
	monthScores: MonthScores
	duties: Pick<Duties, 'get'>
	evaluations: Evaluations
}

/** How the head of one courtyard did, from what is known now. */
export async function evaluationOf(
	{ tasks, monthScores, duties }: Omit<EvaluationPorts, 'evaluations'>,
	profile: Profile,
	{ courtyard, month }: { courtyard: string; month: string },
	now: number,
): Promise<HeadEvaluation> {
	const months = Array.from({ length: profile.headEvaluation.trendMonths }, (_, i) => monthsBefore(month, i + 1))
	const [known, record, environment, ...before] = await Promise.all([
		// Whatever was raised in the month came into its state since.
		tasks.ofCourtyard(courtyard, undefined, monthStart(month) - 1),
		duties.get(courtyard, month),
		monthScores.environment(courtyard, month),
		...months.map((one) => monthScores.environment(courtyard, one)),
	])
	const facts = {
		courtyard,
		month,
		tasks: taskFacts(profile, known),
		environment,
		before,
		dutiesDone: profile.duties.filter(({ id }) => isDone(record, id)).length,
	}
	return evaluateHead(profile, facts, now)
}

/** So many heads are evaluated at a time. */
const AT_ONCE = 10

/** Evaluates the heads of all courtyards for a month that is over, and keeps it. Safe to repeat. */
export async function evaluateHeads(
	ports: EvaluationPorts,
	registry: Registry,
	month: string,
	now: number,
): Promise<HeadEvaluation[]> {
	const profile = profileOn(registry.profiles, `${month}-01`)
	const courtyards = [...registry.courtyards.keys()].sort()
	const evaluations: HeadEvaluation[] = []
	for (let i = 0; i < courtyards.length; i += AT_ONCE) {
		const some = courtyards.slice(i, i + AT_ONCE).map(async (courtyard) => {
			const evaluation = await evaluationOf(ports, profile, { courtyard, month }, now)
			await ports.evaluations.put(evaluation)
			return evaluation
		})
		evaluations.push(...(await Promise.all(some)))
	}
	return evaluations
}
