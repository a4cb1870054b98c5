import type { Move } from '../../../shared/contract/score/whatIf.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { RankChange } from '../../components/RankChange.tsx'
import { commonWords } from '../../i18n/commonWords.ts'
import { decimal } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { moveKey } from './moveKey.ts'
import { publishWords } from './publishWords.ts'
import { rankingsWords } from './rankingsWords.ts'

/** Two rankings of a month side by side: each courtyard's place and score in both, how far it moves, and what differs. */
export const MovesTable = ({ rows }: { rows: readonly Move[] }) => {
	const t = useWords(publishWords)
	const ranking = useWords(rankingsWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const rank = (value: number | null | undefined) => (value === null || value === undefined ? t.notRanked : value)
	const score = (value: number | null | undefined) =>
		value === null || value === undefined ? common.noPoints : decimal(value, 2, language)
	const columns: readonly Column<Move>[] = [
		{ id: 'name', title: ranking.courtyard, cell: ({ name }) => name[language], key: ({ name }) => name[language] },
		{
			id: 'before',
			title: t.before,
			isFigure: true,
			cell: ({ before }) => rank(before?.rank),
			key: ({ before }) => before?.rank ?? null,
		},
		{
			id: 'after',
			title: t.after,
			isFigure: true,
			cell: ({ after }) => <strong>{rank(after.rank)}</strong>,
			key: ({ after }) => after.rank,
		},
		{
			id: 'move',
			title: t.moved,
			cell: ({ before, after, places }) =>
				places === null || after.rank === null ? (
					<span class="grey">{common.noPoints}</span>
				) : (
					<RankChange rank={after.rank} before={before?.rank ?? undefined} />
				),
			key: moveKey,
		},
		{
			id: 'beforeScore',
			title: t.beforeScore,
			isFigure: true,
			cell: ({ before }) => score(before?.score),
			key: ({ before }) => before?.score ?? null,
		},
		{
			id: 'afterScore',
			title: t.afterScore,
			isFigure: true,
			cell: ({ after }) => score(after.score),
			key: ({ after }) => after.score,
		},
		{
			id: 'why',
			title: t.differs,
			isProse: true,
			cell: ({ why }) =>
				why.length === 0 ? undefined : (
					<span class="small">{why.map((one) => one[language]).join(language === 'zh' ? '；' : '; ')}</span>
				),
		},
	]
	return (
		<DataTable
			caption={t.compare}
			columns={columns}
			rows={rows}
			id={({ courtyard }) => courtyard}
			sort="after"
			sortName="moves"
			empty={null}
		/>
	)
}
