import { toHundredths } from '../score/round.ts'
import type { MonthInspection } from './monthInspection.ts'
import type { DeductionCost } from './sheetScore.ts'

type Words = { zh: string; en: string }

/** What a deduction cost, in a sentence; one that was struck says so. */
export function costWords({ deduction, item, cost }: DeductionCost): Words {
	const { defect, note, points, struck } = deduction
	const what = { zh: defect?.zh ?? note ?? '', en: defect?.en ?? note ?? '' }
	const zh = `${item.name.zh}：${what.zh}`
	const en = `${item.name.en}: ${what.en}`
	if (struck)
		return { zh: `${zh}，原扣 ${points} 分，申诉成立，不扣分`, en: `${en}, ${points} points struck on appeal` }
	return {
		zh: `${zh}，扣 ${points} 分，检查得分减 ${fixed(cost)}`,
		en: `${en}, ${points} points deducted, ${fixed(cost)} off the inspection score`,
	}
}

/** A month's inspections in a sentence. */
export function monthInspectionWords({ score }: MonthInspection, sheets: number): Words {
	if (score === null) return { zh: '本月没有检查，不计检查得分', en: 'No inspection this month: no inspection score.' }
	return {
		zh: `本月检查 ${sheets} 次，平均 ${fixed(score)} 分`,
		en: `${sheets} inspection${sheets === 1 ? '' : 's'} this month, ${fixed(score)} points on average`,
	}
}

/** Two decimals, half up. */
export const fixed = (points: number): string => toHundredths(points).toFixed(2)
