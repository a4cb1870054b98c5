import type { AdjustmentProposal, HeadEvaluation } from '../../contract/inspection/headEvaluation.ts'
import type { EvaluationRules } from '../../contract/profile/judgingRules.ts'
import { monthsBefore, monthWords } from '../time/month.ts'

type MonthOf = AdjustmentProposal['months'][number]

/**
 * Whether an adjustment (动态调整) is proposed to staff: the head stood in the lowest `adjustShare` of those who got stars,
 * `adjustMonths` months running. Places are rounded down and equal scores stand together, so that nobody is proposed by a
 * tie; fewer than `minimumHeads` have no lowest share; a head with three stars is never proposed.
 * @param of the evaluations of a month, of all heads
 */
export function proposeAdjustment(
	rules: EvaluationRules,
	courtyard: string,
	month: string,
	of: (month: string) => readonly HeadEvaluation[],
): AdjustmentProposal {
	const months = Array.from({ length: rules.adjustMonths }, (_, i) => monthsBefore(month, i)).map((one) =>
		standingIn(rules, courtyard, one, of(one)),
	)
	const isProposed = months.every(({ isLowest }) => isLowest)
	const { adjustMonths } = rules
	const share = Math.round(rules.adjustShare * 1000) / 10
	return {
		isProposed,
		months,
		text: isProposed
			? {
					zh: `连续 ${adjustMonths} 个月处于末位 ${share}%，建议研究是否调整；由工作人员决定`,
					en: `In the lowest ${share} % for ${adjustMonths} months running: consider an adjustment. Staff decide.`,
				}
			: { zh: '不建议调整', en: 'No adjustment is proposed.' },
	}
}

function standingIn(
	rules: EvaluationRules,
	courtyard: string,
	month: string,
	evaluations: readonly HeadEvaluation[],
): MonthOf {
	const compared = evaluations.filter(({ stars }) => stars !== null)
	const own = compared.find((evaluation) => evaluation.courtyard === courtyard)
	const places = compared.length < rules.minimumHeads ? 0 : Math.floor(compared.length * rules.adjustShare + 1e-9)
	const notHigher = own ? compared.filter(({ score }) => (score ?? 0) <= (own.score ?? 0) + 1e-9).length : null
	const isLowest = notHigher !== null && notHigher <= places && own?.stars !== 3
	const when = monthWords(month)
	const text = (zh: string, en: string) => ({ zh: `${when.zh}：${zh}`, en: `${when.en}: ${en}` })
	const standing = { month, compared: compared.length, places, notHigher, isLowest }
	if (notHigher === null) return { ...standing, text: text('未评星级', 'no stars were given') }
	if (compared.length < rules.minimumHeads) {
		const zh = `参评院落长 ${compared.length} 人，不足 ${rules.minimumHeads} 人，不比较`
		return { ...standing, text: text(zh, `${compared.length} heads are too few to compare`) }
	}
	const zh = `${compared.length} 名院落长中，得分不高于本人的有 ${notHigher} 人（含本人），末位名额 ${places} 个`
	const en = `of ${compared.length} heads ${notHigher} stood no higher (this one included); ${places} places are the lowest share`
	return { ...standing, text: text(zh, en) }
}
