import type { Listing, RankingPart, RowExplanation } from '../../contract/ranking/ranking.ts'
import { rankingParts } from '../../contract/ranking/rankingParts.ts'
import type { Name } from '../../contract/registry/registry.ts'
import type { DoubtState } from '../../contract/score/dataQuality.ts'
import { fixed } from '../inspection/words.ts'
import { dayWords } from '../time/shanghai.ts'
import type { Ranked } from './candidate.ts'

type Words = { zh: string; en: string }

const partNames: Readonly<Record<RankingPart, Words>> = {
	environment: { zh: '环境', en: 'environment' },
	inspection: { zh: '检查', en: 'inspection' },
	response: { zh: '响应', en: 'response' },
}

export const doubtWords: Readonly<Record<DoubtState['doubt'], Words>> = {
	'coverage-drop': { zh: '数据突然中断', en: 'readings broke off' },
	'flat-line': { zh: '数值长时间不变', en: 'values stood still' },
	moved: { zh: '可能被移动', en: 'perhaps moved' },
}

/** So many causes are named; the explanation has all of them. */
const NAMED = 2

/** 上榜理由: why a courtyard stands on a list, from what cost it points and what did not. */
export function listingReason(list: Listing['list'], row: Ranked, why: RowExplanation): Words {
	const scores = rankingParts.flatMap((part) => {
		const { score } = row.parts[part]
		return score === null
			? []
			: { zh: `${partNames[part].zh} ${fixed(score)} 分`, en: `${partNames[part].en} ${fixed(score)}` }
	})
	const said = { zh: scores.map(({ zh }) => zh).join('，'), en: scores.map(({ en }) => en).join(', ') }
	if (list === 'red-waiting' || list === 'red-barred') {
		const doubts = doubtsOf(
			row,
			list === 'red-waiting' ? ({ openDays }) => openDays.length > 0 : ({ isConfirmed }) => isConfirmed,
		)
		return list === 'red-waiting'
			? { zh: `传感器存疑，待核实：${doubts.zh}`, en: `waits until a doubt about a sensor is settled: ${doubts.en}` }
			: { zh: `传感器异常已查实，不上红榜：${doubts.zh}`, en: `barred, a sensor was tampered with: ${doubts.en}` }
	}
	const losses = [...why.environment.losses, ...why.inspection.losses]
		.sort((a, b) => b.points - a.points)
		.slice(0, NAMED)
	if (losses.length === 0) return { zh: `${said.zh}；没有扣分`, en: `${said.en}; nothing lost` }
	const causes = { zh: losses.map(({ text }) => text.zh).join('；'), en: losses.map(({ text }) => text.en).join('; ') }
	return list === 'red'
		? { zh: `${said.zh}；全部扣分中最多的：${causes.zh}`, en: `${said.en}; the most it lost: ${causes.en}` }
		: { zh: `${said.zh}；主要扣分：${causes.zh}`, en: `${said.en}; lost most by: ${causes.en}` }
}

function doubtsOf({ doubts, names }: Ranked, which: (doubt: DoubtState) => boolean): Words {
	const said = doubts.filter(which).map(({ device, doubt, days }) => {
		const name: Name = names.get(device) ?? { zh: device, en: device }
		const first = days[0] === undefined ? { zh: '', en: '' } : dayWords(days[0])
		return {
			zh: `${name.zh} ${doubtWords[doubt].zh}（${first.zh}起 ${days.length} 天）`,
			en: `${name.en}, ${doubtWords[doubt].en} (${days.length} ${days.length === 1 ? 'day' : 'days'} from ${first.en})`,
		}
	})
	return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') }
}
