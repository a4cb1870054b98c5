import type { RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import { moves } from '../../../shared/domain/ranking/moves.ts'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { Field } from '../../forms/Field.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { setQuery, useQuery } from '../../routing/navigation.ts'
import { MovesTable } from './MovesTable.tsx'
import { movedCount } from './moveKey.ts'
import { publishWords } from './publishWords.ts'

/** Two revisions of a month side by side, or a revision and the draft as of now. */
export const Compare = ({ ranking }: { ranking: RankingView }) => {
	const t = useWords(publishWords)
	const query = useQuery()
	const latest = ranking.revisions.at(-1)?.revision ?? 1
	const from = query.get('from') ?? String(Math.max(1, latest - 1))
	const to = query.get('to') ?? (latest > 1 ? String(latest) : 'draft')
	const choices = [
		...ranking.revisions.map(({ revision }) => ({ value: String(revision), label: t.revision(revision) })),
		...(ranking.draft === undefined ? [] : [{ value: 'draft', label: t.draft }]),
	]
	const of = (revision: string) => `/api/rankings/${ranking.month}?revision=${encodeURIComponent(revision)}`
	const before = useApi<RankingView>(of(from))
	const after = useApi<RankingView>(of(to))
	if (choices.length < 2) return null
	return (
		<section class="stack" aria-labelledby="compare">
			<h2 id="compare">{t.compare}</h2>
			<div class="row compared">
				<Field
					name="from"
					kind="choice"
					label={t.older}
					choices={choices}
					value={from}
					onValue={(value) => setQuery({ from: value })}
				/>
				<Field
					name="to"
					kind="choice"
					label={t.newer}
					choices={choices}
					value={to}
					onValue={(value) => setQuery({ to: value })}
				/>
			</div>
			<Live of={before} skeleton={<Skeleton lines={6} tall />}>
				{({ rows: was }) => (
					<Live of={after} skeleton={<Skeleton lines={6} tall />}>
						{({ rows: is }) => {
							const found = moves(was, is, 'township')
							const moved = movedCount(found)
							return (
								<>
									<p role="status">{moved === 0 ? t.nothingMoved : t.movedCount(moved, found.length)}</p>
									<MovesTable rows={found.filter(({ why, places }) => why.length > 0 || places !== 0)} />
								</>
							)
						}}
					</Live>
				)}
			</Live>
		</section>
	)
}
