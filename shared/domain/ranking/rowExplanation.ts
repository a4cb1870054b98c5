import { RankingPart, type RowExplanation } from '../../contract/ranking/ranking.ts'
import { costWords, fixed, monthInspectionWords } from '../inspection/words.ts'
import { explain } from '../score/explain.ts'
import { bestRepair, rankIfRepaired } from '../score/repair.ts'
import type { Candidate, Ranked } from './candidate.ts'

type Words = { zh: string; en: string }

const NO_DAYS: Words = { zh: '全月没有日得分', en: 'no day of the month was scored' }

/**
 * Why a courtyard's row is as it is, in words. The losses of a part are in points of the month's ranking score: with
 * those of the other parts they add up to what is missing to 100.
 * @param ranked what the row is made of, where it is ranked
 * @param others the scores of the others in the township
 */
export function rowExplanation(
	candidate: Candidate,
	ranked?: Pick<Ranked, 'score' | 'parts'>,
	others: readonly number[] = [],
): RowExplanation {
	const { courtyard, period, inspection, response } = candidate
	const share = { environment: ranked?.parts.environment.share ?? 1, inspection: ranked?.parts.inspection.share ?? 0 }
	const explained = period && explain({ ...period, days: [] }, candidate.names)
	const sheets = new Set(inspection.costs.map(({ sheet }) => sheet.id)).size
	const repair = ranked && repairOf(candidate, ranked, others)
	return {
		courtyard: courtyard.id,
		...(ranked ? { sum: sumWords(ranked) } : {}),
		environment: {
			losses: (explained?.parts ?? []).map(({ points, text }) => ({ points: points * share.environment, text })),
			notes: explained ? [explained.validity, ...explained.hours.map(({ text }) => text)] : [NO_DAYS],
		},
		inspection: {
			losses: inspection.costs.map((cost) => ({ points: cost.cost * share.inspection, text: costWords(cost) })),
			notes: [monthInspectionWords(inspection, sheets)],
		},
		response: {
			counted: response.counted,
			within: response.within,
			late: response.late,
			text: responseWords(response),
		},
		...(repair ? { repair } : {}),
	}
}

/** `(86.35 × 60 + 92.00 × 30) ÷ 90 = 88.23` */
function sumWords({ score, parts }: Pick<Ranked, 'score' | 'parts'>): Words {
	const names = { environment: '环境', inspection: '检查', response: '响应' }
	const said = (name: (part: RankingPart) => string): string =>
		RankingPart.options
			.flatMap((part) => {
				const { score: own, share } = parts[part]
				return own === null ? [] : `${name(part)} ${fixed(own)} × ${percent(share)}`
			})
			.join(' + ')
	return { zh: `${said((part) => names[part])} = ${fixed(score)}`, en: `${said((part) => part)} = ${fixed(score)}` }
}

const percent = (share: number): string => `${Number((share * 100).toFixed(4))}%`

function responseWords({ score, counted, within }: Candidate['response']): Words {
	const zh = `环境告警任务 ${counted} 个，按时验收 ${within} 个`
	const en = `${within} of ${counted} environment tasks verified in time`
	return score === null ? { zh: `${zh}，不计响应得分`, en: `${en}; no response score` } : { zh, en }
}

function repairOf(
	{ period, names }: Candidate,
	{ score, parts }: Pick<Ranked, 'score' | 'parts'>,
	others: readonly number[],
): RowExplanation['repair'] {
	const best = period && bestRepair(period)
	const text = period && explain({ ...period, days: [] }, names).repair?.text
	if (!best || !text) return undefined
	const gain = best.points * parts.environment.share
	const rank = rankIfRepaired(others, score, gain)
	return {
		device: best.device,
		gain,
		rank,
		text: { zh: `${text.zh}，镇内可排第 ${rank} 名`, en: `${text.en}; place ${rank} in the township` },
	}
}
