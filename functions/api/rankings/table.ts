import { type PartResult, type Place, RankingPart, type RankingRow } from '../../../shared/contract/ranking/ranking.ts'
import { kindWords } from '../../../shared/domain/ranking/peers.ts'
import type { RankingScope } from '../../../shared/ports/rankings.ts'
import type { Cell, Sheet } from '../../../shared/ports/sheets.ts'

const heading = [
	'名次 Rank',
	'院落 Courtyard',
	'Courtyard (English)',
	'村 Village',
	'类型 Kind',
	'户数 Households',
	'得分 Score',
	'环境得分 Environment',
	'环境权重 Weight %',
	'检查得分 Inspection',
	'检查权重 Weight %',
	'响应得分 Response',
	'响应权重 Weight %',
	'村内名次 In village',
	'同类名次 In kind',
	'同组 Peer group',
	'同组名次 In peer group',
	'比上月 Change',
	'榜单 List',
	'上榜理由 Reason',
	'未排名原因 Not ranked because',
]

export const listWords: Readonly<Record<string, string>> = {
	red: '红榜 red',
	black: '黑榜 black',
	'red-waiting': '红榜待核实 red, waiting',
	'red-barred': '不上红榜 barred from red',
}

/** A ranking as a table for people who work with spreadsheets; those that are not ranked stand at its end. */
export const rankingTable = (month: string, scope: RankingScope, rows: readonly RankingRow[]): Sheet => ({
	name: `院落评比 ${month}`,
	rows: [heading, ...rows.map((row) => cellsOf(row, scope))],
})

function cellsOf(row: RankingRow, scope: RankingScope): Cell[] {
	const about = [row.name.zh, row.name.en, row.villageName.zh, kindWords[row.kind].zh, row.households]
	if (row.is === 'unranked') {
		const empty = Array<Cell>(13).fill(null)
		return [null, ...about, row.score, ...empty, row.lacks.map(({ text }) => `${text.zh} ${text.en}`).join('; ')]
	}
	const { places, listing } = row
	return [
		placeIn(row.places, scope).rank,
		...about,
		row.score,
		...RankingPart.options.flatMap((part) => partCells(row.parts[part])),
		placeText(places.village),
		placeText(places.kind),
		row.peers.zh,
		placeText(places.peers),
		`${row.change.text.zh} ${row.change.text.en}`,
		listing ? (listWords[listing.list] ?? listing.list) : null,
		listing ? listing.reason.zh : null,
		null,
	]
}

/** The place in what is shown. */
export const placeIn = (places: { township: Place; village: Place; kind: Place }, { is }: RankingScope): Place =>
	places[is === 'lists' ? 'township' : is]

const partCells = ({ score, share }: PartResult): Cell[] => [score, Math.round(share * 10_000) / 100]
const placeText = ({ rank, of }: Place): string => `${rank} / ${of}`
