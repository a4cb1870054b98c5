import type { RankedRowView, RankingMonthsView } from '../../../shared/contract/ranking/rankingViews.ts'
import { RankChange } from '../../components/RankChange.tsx'
import { useApi } from '../../data/useApi.ts'
import { month as monthText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { homeWords } from '../phoneWords.ts'

const seldom = { pollMs: 600_000 }

/** The place in the ranking that was published last, and how it moved. Without it the page is as good: no failure is said. */
export const Rank = ({ courtyard }: { courtyard: string }) => {
	const t = useWords(homeWords)
	const language = useLanguage()
	const months = useApi<RankingMonthsView>('/api/rankings', seldom)
	const published =
		months.state.is === 'ready' ? months.state.value.months.find(({ status }) => status === 'published') : undefined
	const path = `/api/rankings/${published?.month}/explanation/${encodeURIComponent(courtyard)}`
	const row = useApi<RankedRowView>(published && path, seldom)
	if (months.state.is === 'ready' && published === undefined) return <p class="rank grey">{t.noRank}</p>
	if (row.state.is !== 'ready') return <p class="rank"> </p>
	const { month, row: own } = row.state.value
	const name = monthText(month, language)
	if (own.is === 'unranked') return <p class="rank grey">{t.unranked(name)}</p>
	const { rank } = own.places.township
	const { change } = own
	return (
		<p class="rank">
			<strong>{t.rank(name, rank)}</strong>{' '}
			{change.is === 'moved' ? (
				<RankChange rank={rank} before={rank + change.places} />
			) : (
				<span class="grey">{change.text[language]}</span>
			)}
		</p>
	)
}
