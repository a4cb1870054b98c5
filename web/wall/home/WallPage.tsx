import type { WallView } from '../../../shared/contract/wall/publicWall.ts'
import { Chips } from '../../components/Chips.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Live } from '../../components/Live.tsx'
import { Page } from '../../components/Page.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { commonWords } from '../../i18n/commonWords.ts'
import { dateTime } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../routing/navigation.ts'
import { NoTownship } from '../NoTownship.tsx'
import { useWall } from '../useWall.ts'
import { villageView } from '../villageView.ts'
import { wallWords } from '../wallWords.ts'
import { Doors } from './Doors.tsx'
import { ProblemsPart } from './ProblemsPart.tsx'
import { RankingPart } from './RankingPart.tsx'
import { ScanPart } from './ScanPart.tsx'
import { ScoresNow } from './ScoresNow.tsx'

/** The wall: what everybody in the township may see, and the ways to say something. */
export const WallPage = () => {
	const t = useWords(wallWords)
	const language = useLanguage()
	const wall = useWall()
	const township = wall.state.is === 'ready' ? wall.state.value.township.name[language] : undefined
	return (
		<Page
			title={township === undefined ? t.wall : t.title(township)}
			note={wall.state.is === 'ready' ? <Updated at={wall.state.value.at} /> : undefined}
		>
			<div class="wall-columns">
				<aside class="stack">
					<Doors />
					<ScanPart />
				</aside>
				<div class="wall-parts">
					<Live of={wall} skeleton={<Skeleton lines={8} tall />} none={<NoTownship />}>
						{(view) => <Parts view={view} />}
					</Live>
				</div>
			</div>
			<footer class="wall-foot">
				<a href="/wall/scoring">{t.scoring}</a>
				<a href="/wall/tv">{t.tv}</a>
				<a href="/wall/print">
					<Icon name="print" /> {t.print}
				</a>
			</footer>
		</Page>
	)
}

const Updated = ({ at }: { at: string }) => {
	const language = useLanguage()
	const { updated } = useWords(commonWords)
	return <time dateTime={at}>{updated(dateTime(at, language))}</time>
}

const Parts = ({ view }: { view: WallView }) => {
	const t = useWords(wallWords)
	const language = useLanguage()
	const village = useQuery().get('village') ?? ''
	const seen = villageView(view, village)
	const villages = view.villages.map(({ id, name }) => ({ value: id, label: name[language] }))
	return (
		<>
			{view.townships.length > 1 && (
				<Chips
					name="township"
					label={t.village}
					choices={view.townships.map(({ id, name }) => ({ value: id, label: name[language] }))}
				/>
			)}
			{villages.length > 1 && (
				<Chips name="village" label={t.village} choices={[{ value: '', label: t.allVillages }, ...villages]} />
			)}
			<ScoresNow courtyards={seen.courtyards} villages={view.villages} />
			<RankingPart view={view} village={village} />
			<ProblemsPart problems={seen.problems} courtyards={view.courtyards} />
		</>
	)
}
