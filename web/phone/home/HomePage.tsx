import type { ExplanationView } from '../../../shared/contract/score/scoreViews.ts'
import type { TasksView } from '../../../shared/contract/task/taskView.ts'
import { monthOf, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { Icon } from '../../components/Icon.tsx'
import { Live } from '../../components/Live.tsx'
import { Page } from '../../components/Page.tsx'
import { Score } from '../../components/Score.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useNow } from '../../components/useNow.ts'
import { useApi } from '../../data/useApi.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { TaskLine } from '../../task/TaskLine.tsx'
import { homeWords } from '../phoneWords.ts'
import { sortOpen } from '../tasks/sortOpen.ts'
import { useAddress, useCourtyard } from '../useCourtyard.ts'
import { explanationPath, tasksPath } from './homeCalls.ts'
import { MonthSoFar } from './MonthSoFar.tsx'
import { Rank } from './Rank.tsx'

const shownTasks = 2

/** My courtyard at a glance: what is to be done, how it stands, and the one thing that would gain most. */
export const HomePage = () => {
	const t = useWords(homeWords)
	const language = useLanguage()
	const { id, name, score, band, revolutions } = useCourtyard()
	const month = monthOf(shanghaiDay(useNow()))
	const tasks = useApi<TasksView>(tasksPath(id))
	const explanation = useApi<ExplanationView>(explanationPath(id, month), { pollMs: 600_000 })
	return (
		<Page title={name[language]}>
			<section class="card">
				<h2 class="small grey">{t.now}</h2>
				<Score score={score} band={band} revolutions={revolutions} />
				<Rank courtyard={id} />
			</section>
			<section class="stack">
				<Live of={tasks} skeleton={<Skeleton lines={2} tall />}>
					{(view) => <Todo view={view} />}
				</Live>
			</section>
			<MonthSoFar of={explanation} month={month} />
		</Page>
	)
}

const Todo = ({ view }: { view: TasksView }) => {
	const t = useWords(homeWords)
	const address = useAddress()
	const open = sortOpen(view.tasks)
	return (
		<>
			<div class="row apart">
				<h2>{t.todo}</h2>
				{open.length > shownTasks && <a href={address('/phone/tasks')}>{t.allTasks(open.length)}</a>}
			</div>
			{open.length === 0 ? (
				<p class="standing standing-good">
					<Icon name="check" />
					<span>{t.nothing}</span>
				</p>
			) : (
				<ul class="task-lines">
					{open.slice(0, shownTasks).map((task) => (
						<li key={task.id}>
							<TaskLine task={task} href={address(`/phone/tasks/${encodeURIComponent(task.id)}`)} />
						</li>
					))}
				</ul>
			)}
			<a class="button-quiet button-wide" href={address('/phone/report')}>
				{t.report}
			</a>
		</>
	)
}
