import './rankings.css'
import type { RankingMonthsView } from '../../../shared/contract/ranking/rankingViews.ts'
import { Live } from '../../components/Live.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { month as monthText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { usePlace } from '../../routing/navigation.ts'
import type { PageProps } from '../../routing/Routes.tsx'
import { MonthPicker } from '../MonthPicker.tsx'
import { MonthRanking } from './MonthRanking.tsx'
import { rankingsWords } from './rankingsWords.ts'

/** The rankings by month; the latest one where the address names none. */
export const RankingsPage = ({ params }: PageProps) => {
	const t = useWords(rankingsWords)
	const language = useLanguage()
	const { search } = usePlace()
	const months = useApi<RankingMonthsView>('/api/rankings')
	const known = months.state.is === 'ready' ? months.state.value.months.map(({ month }) => month) : []
	const month = params.month ?? known[0]
	return (
		<Page
			title={month === undefined ? t.title : t.titleOf(monthText(month, language))}
			actions={
				month !== undefined && (
					<MonthPicker months={known} chosen={month} href={(other) => `/desk/rankings/${other}${search}`} />
				)
			}
		>
			<Live of={months} skeleton={<Skeleton lines={10} tall />}>
				{() =>
					month === undefined ? (
						<Notice icon="ranking" title={t.none}>
							{t.noneNote}
						</Notice>
					) : (
						<MonthRanking key={month} month={month} />
					)
				}
			</Live>
		</Page>
	)
}
