import './today.css'
import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import type { ChangesView, OverviewView } from '../../../shared/contract/service/overview.ts'
import { Live } from '../../components/Live.tsx'
import { Page } from '../../components/Page.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useNow } from '../../components/useNow.ts'
import { useApi } from '../../data/useApi.ts'
import { date } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { Changes } from './Changes.tsx'
import { DevicesToMind } from './DevicesToMind.tsx'
import { OpenTasks } from './OpenTasks.tsx'
import { RevolutionsNow } from './RevolutionsNow.tsx'
import { todayWords } from './todayWords.ts'
import { UrgentTasks } from './UrgentTasks.tsx'
import { Waiting } from './Waiting.tsx'

/** Scores change once a day, and comparing them reads a good deal. */
const changesEveryMs = 900_000

/** The question of the morning: what needs me today? Then how things stand, and what changed. */
export const TodayPage = () => {
	const t = useWords(todayWords)
	const language = useLanguage()
	const overview = useApi<OverviewView>('/api/overview', { pollMs: 60_000 })
	const courtyards = useApi<{ courtyards: CourtyardView[] }>('/api/courtyards')
	const changes = useApi<ChangesView>('/api/overview/changes', { pollMs: changesEveryMs })
	const doubts = changes.state.is === 'ready' ? changes.state.value.doubts : undefined
	return (
		<Page title={t.title} note={date(useNow(), language)}>
			<Live of={overview} name={t.urgent} skeleton={<Skeleton lines={4} tall />}>
				{(view) => (
					<div class="today-first">
						<UrgentTasks tasks={view.tasks} />
						<Waiting view={view} doubts={doubts} />
					</div>
				)}
			</Live>
			<Live of={courtyards} name={t.now} skeleton={<Skeleton lines={3} tall />}>
				{({ courtyards: all }) => <RevolutionsNow courtyards={all} />}
			</Live>
			<div class="today-second">
				<Live of={changes} name={t.changes} skeleton={<Skeleton lines={5} tall />}>
					{(view) => <Changes view={view} />}
				</Live>
				{overview.state.is === 'ready' && (
					<div class="stack">
						<OpenTasks tasks={overview.state.value.tasks} />
						<DevicesToMind view={overview.state.value} />
					</div>
				)}
			</div>
		</Page>
	)
}
