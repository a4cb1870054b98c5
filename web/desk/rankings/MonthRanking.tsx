import type { RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import { Live } from '../../components/Live.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Tabs } from '../../components/Tabs.tsx'
import { useApi } from '../../data/useApi.ts'
import { month as monthText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../routing/navigation.ts'
import { mayDecide } from '../mayDecide.ts'
import { AppealsTab } from './AppealsTab.tsx'
import { HeadsTab } from './HeadsTab.tsx'
import { RankingTab } from './RankingTab.tsx'
import { RevisionsTab } from './RevisionsTab.tsx'
import { rankingsWords } from './rankingsWords.ts'
import { WhatIfTab } from './WhatIfTab.tsx'

/** One month: its ranking, what was published of it, appeals, what would be under other rules, the heads. */
export const MonthRanking = ({ month }: { month: string }) => {
	const t = useWords(rankingsWords)
	const language = useLanguage()
	const revision = useQuery().get('revision')
	const ranking = useApi<RankingView>(
		`/api/rankings/${month}${revision === null ? '' : `?revision=${encodeURIComponent(revision)}`}`,
	)
	const tabs = [
		{ value: '', label: t.tabRanking },
		{ value: 'appeals', label: t.tabAppeals },
		{ value: 'revisions', label: t.tabRevisions },
		...(mayDecide()
			? [
					{ value: 'what-if', label: t.tabWhatIf },
					{ value: 'heads', label: t.tabHeads },
				]
			: []),
	]
	return (
		<Tabs name="tab" label={t.parts} tabs={tabs}>
			{(tab) =>
				tab === 'appeals' ? (
					<AppealsTab month={month} />
				) : tab === 'heads' ? (
					<HeadsTab month={month} />
				) : ranking.state.is === 'failed' && isNone(ranking.state.failure) ? (
					<Notice icon="ranking" title={t.noneFor(monthText(month, language))}>
						{t.noneNote}
					</Notice>
				) : (
					<Live of={ranking} skeleton={<Skeleton lines={10} tall />}>
						{(shown) =>
							tab === 'revisions' ? (
								<RevisionsTab ranking={shown} refresh={ranking.refresh} />
							) : tab === 'what-if' ? (
								<WhatIfTab ranking={shown} />
							) : (
								<RankingTab ranking={shown} refresh={ranking.refresh} />
							)
						}
					</Live>
				)
			}
		</Tabs>
	)
}

const isNone = (failure: { is: string; problem?: { status: number } }): boolean => failure.problem?.status === 404
