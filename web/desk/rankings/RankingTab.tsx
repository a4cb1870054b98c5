import { useState } from 'preact/hooks'
import type { RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import { Chips } from '../../components/Chips.tsx'
import { Icon } from '../../components/Icon.tsx'
import { percent } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../routing/navigation.ts'
import { mayDecide } from '../mayDecide.ts'
import { ApartTable } from './ApartTable.tsx'
import { Exports } from './Exports.tsx'
import { Lists } from './Lists.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { publishWords } from './publishWords.ts'
import { RankingState } from './RankingState.tsx'
import { RankingTable } from './RankingTable.tsx'
import { RowDialog } from './RowDialog.tsx'
import { rankingsWords } from './rankingsWords.ts'
import { shownRows } from './shownRows.ts'

interface RankingTabProps {
	readonly ranking: RankingView
	readonly refresh: () => void
}

/** The ranking of a month with its lists; staff publish it here. */
export const RankingTab = ({ ranking, refresh }: RankingTabProps) => {
	const t = useWords(rankingsWords)
	const publish = useWords(publishWords)
	const language = useLanguage()
	const query = useQuery()
	const [isPublishing, setPublishing] = useState(false)
	const filter = { village: query.get('village') ?? '', kind: query.get('kind') ?? '' }
	const { ranked, apart } = shownRows(ranking.rows, filter)
	const { weights } = ranking.generation
	const all = weights.environment + weights.inspection + weights.response
	const share = (weight: number): string => percent(weight / all, language)
	const isPublishable = ranking.revisions.length === 0 && mayDecide()
	return (
		<div class="stack">
			<div class="row apart">
				<RankingState ranking={ranking} />
				<div class="row no-print">
					<Exports ranking={ranking} filter={filter} />
					{isPublishable && (
						<button type="button" class="button" onClick={() => setPublishing(true)}>
							<Icon name="check" />
							{publish.publish}
						</button>
					)}
				</div>
			</div>
			<Filters ranking={ranking} />
			<section class="stack" aria-labelledby="places">
				<h2 id="places">{t.tabRanking}</h2>
				<RankingTable ranking={ranking} rows={ranked} filter={filter} />
				<p class="small grey">
					{t.weightsNote(share(weights.environment), share(weights.inspection), share(weights.response))}
				</p>
			</section>
			<Lists ranking={ranking} rows={ranked} refresh={refresh} />
			<ApartTable rows={apart} />
			<RowDialog ranking={ranking} />
			{isPublishing && (
				<PublishDialog
					ranking={ranking}
					onClose={() => setPublishing(false)}
					onDone={() => {
						setPublishing(false)
						refresh()
					}}
				/>
			)}
		</div>
	)
}

const Filters = ({ ranking: { rows } }: { ranking: RankingView }) => {
	const t = useWords(rankingsWords)
	const language = useLanguage()
	const villages = Map.groupBy(rows, ({ village }) => village)
	const kinds = Map.groupBy(rows, ({ kind }) => kind)
	return (
		<div class="row filters no-print">
			<Chips
				name="village"
				label={t.villages}
				choices={[
					{ value: '', label: t.allVillages },
					...[...villages].map(([value, own]) => ({
						value,
						label: own[0]?.villageName[language] ?? value,
						count: own.length,
					})),
				]}
			/>
			<Chips
				name="kind"
				label={t.kinds}
				choices={[
					{ value: '', label: t.allKinds },
					...[...kinds].map(([kind, own]) => ({ value: kind, label: t[kind], count: own.length })),
				]}
			/>
		</div>
	)
}
