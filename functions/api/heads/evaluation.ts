import { badRequest, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type {
	HeadEvaluation,
	HeadEvaluationView,
	TownshipEvaluationView,
} from '../../../shared/contract/inspection/headEvaluation.ts'
import type { EvaluationRules } from '../../../shared/contract/profile/judgingRules.ts'
import { Month, writtenMonth } from '../../../shared/contract/score/score.ts'
import { proposeAdjustment } from '../../../shared/domain/head/adjustment.ts'
import { profileOn } from '../../../shared/domain/profile/inForce.ts'
import { monthEnd, monthsBefore } from '../../../shared/domain/time/month.ts'
import type { Evaluations } from '../../../shared/ports/evaluations.ts'
import { evaluateHeads, evaluationOf } from '../../../shared/work/evaluateHeads.ts'
import { isStaff, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { seenHead } from './seenHead.ts'

export type HeadPorts = Pick<ApiPorts, 'registry' | 'tasks' | 'monthScores' | 'duties' | 'evaluations' | 'now'>

/**
 * How a head did in a month, as far as is known now, with every figure in words. Only staff see whether an adjustment is
 * proposed: it is for them to think about.
 */
export async function getEvaluation(
	ports: HeadPorts,
	viewer: Viewer,
	which: { courtyard: string; month: string },
): Promise<Outcome> {
	const seen = await seenHead(ports.registry, viewer, which)
	if ('refused' in seen) return seen.refused
	const now = ports.now()
	const evaluation = await evaluationOf(ports, seen.profile, which, now)
	const view: HeadEvaluationView = { ...evaluation, isFinal: monthEnd(which.month) <= now }
	if (!isStaff(viewer)) return ok(view)
	const of = await monthsOf(ports.evaluations, seen.profile.headEvaluation, which.month)
	const adjustment = proposeAdjustment(seen.profile.headEvaluation, which.courtyard, which.month, of)
	return ok({ ...view, adjustment } satisfies HeadEvaluationView)
}

/** All heads as they were evaluated when the month was over, the ones to think about first. */
export async function listEvaluations(ports: HeadPorts, month: string): Promise<Outcome> {
	const { profiles } = await ports.registry.current()
	const rules = profileOn(profiles, `${month}-01`).headEvaluation
	const of = await monthsOf(ports.evaluations, rules, month)
	const heads = of(month).map((evaluation) => ({
		...evaluation,
		adjustment: proposeAdjustment(rules, evaluation.courtyard, month, of),
	}))
	const view: TownshipEvaluationView = {
		month,
		heads: heads.toSorted((a, b) => Number(b.adjustment.isProposed) - Number(a.adjustment.isProposed)),
	}
	return ok(view)
}

/** Evaluates all heads for a month that is over. Safe to repeat: what has changed since is taken in. */
export async function evaluateMonth(ports: HeadPorts, month: string): Promise<Outcome> {
	if (!Month.safeParse(month).success) return badRequest('month', writtenMonth)
	const now = ports.now()
	if (monthEnd(month) > now)
		return badRequest('month', {
			zh: '月份结束后才能统一评价院落长',
			en: 'heads are evaluated together when the month is over',
		})
	await evaluateHeads(ports, await ports.registry.refreshed(), month, now)
	return listEvaluations(ports, month)
}

async function monthsOf(
	evaluations: Evaluations,
	{ adjustMonths }: EvaluationRules,
	month: string,
): Promise<(month: string) => readonly HeadEvaluation[]> {
	const months = Array.from({ length: adjustMonths }, (_, i) => monthsBefore(month, i))
	const known = new Map(await Promise.all(months.map(async (one) => [one, await evaluations.ofMonth(one)] as const)))
	return (one) => known.get(one) ?? []
}
