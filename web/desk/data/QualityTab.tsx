import type { RankingMonthsView } from '../../../shared/contract/ranking/rankingViews.ts'
import type { QualityView } from '../../../shared/contract/score/dataQuality.ts'
import { Live } from '../../components/Live.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { dateTime } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { withQuery } from '../../routing/address.ts'
import { usePlace } from '../../routing/navigation.ts'
import { MonthPicker } from '../MonthPicker.tsx'
import { ClockList } from './ClockList.tsx'
import { DoubtList } from './DoubtList.tsx'
import { HeardTable } from './HeardTable.tsx'
import { qualityWords } from './qualityWords.ts'

/** How well devices were heard in a month, and the doubts that somebody has to look into. */
export const QualityTab = () => {
	const t = useWords(qualityWords)
	const { path, search } = usePlace()
	const months = useApi<RankingMonthsView>('/api/rankings')
	return (
		<Live of={months} skeleton={<Skeleton lines={8} tall />}>
			{({ months: all }) => {
				const known = all.map(({ month }) => month)
				const month = new URLSearchParams(search).get('month') ?? known[0]
				return (
					<div class="stack">
						<div class="row apart">
							<p class="grey">{t.intro}</p>
							{month && (
								<MonthPicker
									months={known}
									chosen={month}
									href={(other) => withQuery(path + search, { month: other })}
								/>
							)}
						</div>
						<ClockList />
						{month ? (
							<OfMonth key={month} month={month} />
						) : (
							<Notice icon="device" title={t.noDraft}>
								{t.noDraftNote}
							</Notice>
						)}
					</div>
				)
			}}
		</Live>
	)
}

const OfMonth = ({ month }: { month: string }) => {
	const t = useWords(qualityWords)
	const language = useLanguage()
	const quality = useApi<QualityView>(`/api/data-quality?month=${encodeURIComponent(month)}`)
	return (
		<Live of={quality} skeleton={<Skeleton lines={8} tall />}>
			{(view) => (
				<div class="stack">
					<DoubtList view={view} reviewed={quality.refresh} />
					<section class="stack">
						<h2>{t.heard}</h2>
						<HeardTable devices={view.devices} />
					</section>
					<p class="small grey">{t.generated(dateTime(view.generatedAt, language))}</p>
				</div>
			)}
		</Live>
	)
}
