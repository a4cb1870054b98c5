import type { RankingRow } from '../../contract/ranking/ranking.ts'
import { rankingParts } from '../../contract/ranking/rankingParts.ts'
import type { Move } from '../../contract/score/whatIf.ts'
import { fixed } from '../inspection/words.ts'

type Words = { zh: string; en: string }

export type PlaceIn = 'township' | 'village'

/** @returns in the order of places under the other profile, those without one last */
export function moves(before: readonly RankingRow[], after: readonly RankingRow[], within: PlaceIn): Move[] {
	const known = new Map(before.map((row) => [row.courtyard, row]))
	return after
		.map((row): Move => {
			const was = known.get(row.courtyard)
			const [then, now] = [was ? rankOf(was, within) : null, rankOf(row, within)]
			return {
				courtyard: row.courtyard,
				name: row.name,
				before: was ? { score: was.score, rank: then } : null,
				after: { score: row.score, rank: now },
				places: then === null || now === null ? null : then - now,
				why: was ? differences(was, row) : [],
			}
		})
		.sort((a, b) => (a.after.rank ?? Infinity) - (b.after.rank ?? Infinity) || (a.courtyard < b.courtyard ? -1 : 1))
}

const rankOf = (row: RankingRow, within: PlaceIn): number | null =>
	row.is === 'ranked' ? row.places[within].rank : null

const names = {
	environment: { zh: '环境', en: 'environment' },
	inspection: { zh: '检查', en: 'inspection' },
	response: { zh: '响应', en: 'response' },
}

function differences(was: RankingRow, is: RankingRow): Words[] {
	if (was.is === 'unranked' || is.is === 'unranked') {
		if (was.is === is.is) return []
		return is.is === 'unranked' ? is.lacks.map(({ text }) => text) : [{ zh: '可参加排名', en: 'can be ranked' }]
	}
	const parts = rankingParts.flatMap((part): Words[] => {
		const [before, after] = [was.parts[part], is.parts[part]]
		const found: Words[] = []
		if (before.score !== after.score) {
			const said = `${shown(before.score)} → ${shown(after.score)}`
			found.push({ zh: `${names[part].zh}得分 ${said}`, en: `${names[part].en} score ${said}` })
		}
		if (before.share !== after.share) {
			const said = `${percent(before.share)} → ${percent(after.share)}`
			found.push({ zh: `${names[part].zh}权重 ${said}`, en: `weight of ${names[part].en} ${said}` })
		}
		return found
	})
	if (parts.length > 0) return parts
	return was.places.township.rank === is.places.township.rank ? [] : [{ zh: '其他院落变化', en: 'others moved' }]
}

const shown = (score: number | null): string => (score === null ? '—' : fixed(score))
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`
