import type { WallRanking, WallView } from '../../../shared/contract/wall/publicWall.ts'
import { Live } from '../../components/Live.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { type UseApi, useApi } from '../../data/useApi.ts'
import { month as monthText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { setQuery, useQuery } from '../../routing/navigation.ts'
import { wallPath } from '../useWall.ts'
import { villageRanking } from '../villageView.ts'
import { wallWords } from '../wallWords.ts'
import { BlackList, RedList } from './Lists.tsx'
import { RankList } from './RankList.tsx'
import { Revisions } from './Revisions.tsx'

/** The ranking of a month as it was published; the latest one came with the wall, an earlier one is asked for. */
export const RankingPart = ({ view, village }: { view: WallView; village: string }) => {
	const t = useWords(wallWords)
	const language = useLanguage()
	const query = useQuery()
	const { months, ranking: latest } = view
	const asked = query.get('month') ?? ''
	const chosen = months.includes(asked) ? asked : months[0]
	const isLatest = chosen === latest?.month
	const earlier = useApi<WallRanking>(
		chosen === undefined || isLatest ? undefined : wallPath(`/api/public/wall/rankings/${chosen}`, query),
	)
	const shown: UseApi<WallRanking> =
		latest && isLatest
			? { state: { is: 'ready', value: latest, at: Date.now(), stale: undefined }, refresh: () => undefined }
			: earlier
	return (
		<section class="stack" aria-labelledby="ranking">
			<header class="row apart">
				<h2 id="ranking">{t.ranking}</h2>
				{months.length > 0 && (
					<select
						class="wall-months"
						aria-label={t.ranking}
						value={chosen}
						onChange={({ currentTarget }) =>
							setQuery({ month: currentTarget.value === months[0] ? '' : currentTarget.value })
						}
					>
						{months.map((one) => (
							<option key={one} value={one}>
								{monthText(one, language)}
							</option>
						))}
					</select>
				)}
			</header>
			{chosen === undefined ? (
				<div class="card">
					<Notice icon="ranking" title={t.noRanking}>
						{t.noRankingNote}
					</Notice>
				</div>
			) : (
				<Live of={shown} skeleton={<Skeleton lines={6} tall />}>
					{(ranking) => <Published ranking={villageRanking(ranking, village)} villages={view.villages} />}
				</Live>
			)}
		</section>
	)
}

const Published = ({ ranking, villages }: { ranking: WallRanking; villages: WallView['villages'] }) => (
	<>
		<Revisions ranking={ranking} />
		<div class="wall-lists">
			<RedList entries={ranking.red} />
			<BlackList entries={ranking.black} />
		</div>
		<RankList ranking={ranking} villages={villages} />
	</>
)
