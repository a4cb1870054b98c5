import { useState } from 'preact/hooks'
import type { RankedRow } from '../../../shared/contract/ranking/ranking.ts'
import type { RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import { decimal } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { ListBadge } from './ListBadge.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { Plans } from './Plans.tsx'
import { rankingsWords } from './rankingsWords.ts'

interface ListsProps {
	readonly ranking: RankingView
	readonly rows: readonly RankedRow[]
	readonly refresh: () => void
}

/** The red and the black list side by side, each entry with its reason; black ones with what is to be done. */
export const Lists = ({ ranking, rows, refresh }: ListsProps) => {
	const t = useWords(rankingsWords)
	const [planFor, setPlanFor] = useState<RankedRow>()
	const red = rows.filter(({ listing }) => listing !== undefined && listing.list !== 'black')
	const black = rows.filter(({ listing }) => listing?.list === 'black')
	return (
		<div class="lists">
			<section class="card" aria-labelledby="red-list">
				<h2 id="red-list">{t.red}</h2>
				{red.length === 0 ? (
					<p class="grey">{t.noRed}</p>
				) : (
					<ol class="list">
						{red.map((row) => (
							<Entry key={row.courtyard} row={row} />
						))}
					</ol>
				)}
			</section>
			<section class="card" aria-labelledby="black-list">
				<h2 id="black-list">{t.black}</h2>
				{black.length === 0 ? (
					<p class="grey">{t.noBlack}</p>
				) : (
					<ol class="list">
						{black.map((row) => (
							<Entry key={row.courtyard} row={row}>
								<Plans ranking={ranking} courtyard={row.courtyard} onEnter={() => setPlanFor(row)} />
							</Entry>
						))}
					</ol>
				)}
			</section>
			{planFor && (
				<PlanDialog
					month={ranking.month}
					row={planFor}
					onClose={() => setPlanFor(undefined)}
					onDone={() => {
						setPlanFor(undefined)
						refresh()
					}}
				/>
			)}
		</div>
	)
}

const Entry = ({ row, children }: { row: RankedRow; children?: preact.ComponentChildren }) => {
	const language = useLanguage()
	const { listing, name, places, score } = row
	if (listing === undefined) return null
	return (
		<li class="list-entry">
			<span class="rank figures">{places.township.rank}</span>
			<div>
				<p class="row">
					<strong>{name[language]}</strong>
					<span class="figures grey">{decimal(score, 2, language)}</span>
					{(listing.list === 'red-waiting' || listing.list === 'red-barred') && <ListBadge list={listing.list} />}
				</p>
				<p class="small">{listing.reason[language]}</p>
				{children}
			</div>
		</li>
	)
}
