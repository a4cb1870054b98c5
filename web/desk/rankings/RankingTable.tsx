import type { RankedRow } from '../../../shared/contract/ranking/ranking.ts'
import type { RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { decimal, percent } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { withQuery } from '../../routing/address.ts'
import { usePlace } from '../../routing/navigation.ts'
import { ChangeMark } from './ChangeMark.tsx'
import { ListBadge } from './ListBadge.tsx'
import { PartCell } from './PartCell.tsx'
import { rankingsWords } from './rankingsWords.ts'
import { placeShown, type RankingFilter } from './shownRows.ts'

interface RankingTableProps {
	readonly ranking: RankingView
	readonly rows: readonly RankedRow[]
	readonly filter: RankingFilter
}

const parts = ['environment', 'inspection', 'response'] as const

/** Who stands where, with the parts of each score; a row opens its explanation. */
export const RankingTable = ({ ranking, rows, filter }: RankingTableProps) => {
	const t = useWords(rankingsWords)
	const language = useLanguage()
	const { path, search } = usePlace()
	const { weights } = ranking.generation
	const all = weights.environment + weights.inspection + weights.response
	const columns: readonly Column<RankedRow>[] = [
		{
			id: 'rank',
			title: `${t.rank} · ${t.courtyard}`,
			cell: (row) => (
				<span class="ranked-name">
					<span class="rank figures">{placeShown(row, filter).rank}</span>
					<span>
						<span class="row">
							{row.name[language]}
							{row.listing && <ListBadge list={row.listing.list} />}
						</span>
						<span class="small grey ranked-about">
							{row.villageName[language]} · {t[row.kind]}
						</span>
					</span>
				</span>
			),
			key: (row) => placeShown(row, filter).rank,
		},
		{ id: 'change', title: t.change, cell: (row) => <ChangeMark row={row} />, key: changeKey },
		{
			id: 'score',
			title: t.score,
			isFigure: true,
			cell: ({ score }) => <strong class="rank-score">{decimal(score, 2, language)}</strong>,
			key: ({ score }) => score,
		},
		...parts.map(
			(part): Column<RankedRow> => ({
				id: part,
				title: t.weighted(t[part], percent(weights[part] / all, language)),
				isFigure: true,
				cell: (row) => <PartCell part={row.parts[part]} usual={weights[part] / all} />,
				key: (row) => row.parts[part].score,
			}),
		),
		{
			id: 'peers',
			title: t.peers,
			isFigure: true,
			cell: ({ places, peers }) => <span title={peers[language]}>{t.of(places.peers.rank, places.peers.of)}</span>,
			key: ({ places }) => places.peers.rank,
		},
	]
	return (
		<DataTable
			caption={t.title}
			columns={columns}
			rows={rows}
			id={({ courtyard }) => courtyard}
			href={({ courtyard }) => withQuery(path + search, { courtyard })}
			sort="rank"
			empty={<p class="grey">{t.noRows}</p>}
		/>
	)
}

const changeKey = ({ change }: RankedRow): number | null => (change.is === 'moved' ? -change.places : null)
