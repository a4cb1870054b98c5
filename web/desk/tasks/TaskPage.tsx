import './tasks.css'
import '../../task/task.css'
import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import type { TaskView } from '../../../shared/contract/task/taskView.ts'
import { Icon } from '../../components/Icon.tsx'
import { Live } from '../../components/Live.tsx'
import { Page } from '../../components/Page.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { capital } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import type { PageProps } from '../../routing/Routes.tsx'
import { CheckList } from '../../task/CheckList.tsx'
import { PhotoPanel } from '../../task/PhotoPanel.tsx'
import { signedInPhotos } from '../../task/photoPlace.ts'
import { SensorNow } from '../../task/SensorNow.tsx'
import { shownToViewer } from '../../task/shownTask.ts'
import { TaskFacts } from '../../task/TaskFacts.tsx'
import { Trail } from '../../task/Trail.tsx'
import { mayDecide } from '../mayDecide.ts'
import { AlertLog } from './AlertLog.tsx'
import { ContactCard } from './ContactCard.tsx'
import { LinkCard } from './LinkCard.tsx'
import { SeverityBadge } from './SeverityBadge.tsx'
import { ShelfCard } from './ShelfCard.tsx'
import { TaskActions } from './TaskActions.tsx'
import { TaskClock } from './TaskClock.tsx'
import { taskPageWords } from './taskPageWords.ts'
import { tasksWords } from './tasksWords.ts'
import { type UseTask, useTask } from './useTask.ts'

/** A task with everything that may be done to it, and all that was. */
export const TaskPage = ({ params }: PageProps) => {
	const language = useLanguage()
	const { title } = useWords(tasksWords)
	const use = useTask(params.id ?? '')
	const { state } = use.task
	const task = state.is === 'ready' ? state.value : undefined
	return (
		<Page
			title={task ? capital(task.what[language]) : title}
			note={
				task === undefined ? (
					' '
				) : (
					<span class="row">
						<SeverityBadge severity={task.severity} />
						<strong>{capital(task.stateText[language])}</strong>
						{task.next && <TaskClock next={task.next} />}
					</span>
				)
			}
		>
			<Live of={use.task} skeleton={<Skeleton lines={8} tall />}>
				{(shown) => <Task use={use} task={shown} />}
			</Live>
		</Page>
	)
}

const hasReporter = ['resident', 'order']

const Task = ({ use, task }: { use: UseTask; task: TaskView }) => {
	const t = useWords(taskPageWords)
	const courtyards = useApi<{ courtyards: CourtyardView[] }>('/api/courtyards')
	const all = courtyards.state.is === 'ready' ? courtyards.state.value.courtyards : []
	const courtyard = all.find(({ id }) => id === task.courtyard)
	const shown = shownToViewer(task)
	const mayPhotograph = shown.actions.includes('addPhoto')
	const mayTick = shown.actions.includes('tick')
	return (
		<div class="task-page">
			<div class="stack">
				{use.isOvertaken && (
					<section class="stale" role="alert">
						<Icon name="person" />
						<span>
							<strong>{t.faster}</strong> {t.fasterNote}
						</span>
					</section>
				)}
				<section class="card stack">
					<TaskFacts task={shown} />
					<Facts task={task} />
				</section>
				{shown.sensor && (
					<section class="card">
						<SensorNow sensor={shown.sensor} />
					</section>
				)}
				{shown.checklist.length > 0 && (
					<section class="card">
						<CheckList
							task={shown}
							onTick={mayTick ? (item, done) => void use.act({ type: 'tick', item, done }, task) : undefined}
						/>
					</section>
				)}
				{(mayPhotograph || shown.photos.length > 0) && (
					<section class="card">
						<PhotoPanel
							task={shown}
							place={signedInPhotos(task.id)}
							attach={mayPhotograph ? (key, shows) => use.addPhoto({ key, shows }, task) : undefined}
						/>
					</section>
				)}
				<section class="card">
					<Trail task={shown} />
				</section>
				{mayDecide() && <AlertLog task={task} />}
			</div>
			<div class="stack task-side">
				<TaskActions use={use} task={task} courtyard={courtyard} />
				{hasReporter.includes(task.source) && <ContactCard task={task} />}
				{mayDecide() && task.device !== undefined && task.rule !== undefined && (
					<ShelfCard device={task.device} rule={task.rule} />
				)}
				{mayDecide() && <LinkCard task={task} />}
			</div>
		</div>
	)
}

const Facts = ({ task }: { task: TaskView }) => {
	const t = useWords(taskPageWords)
	const source = useWords(tasksWords)
	const language = useLanguage()
	return (
		<>
			<dl class="facts">
				<dt>{source.source}</dt>
				<dd>{source[task.source]}</dd>
				<dt>{t.triage}</dt>
				<dd>{capital(task.triage.text[language])}</dd>
				<dt>{source.owner}</dt>
				<dd>{capital(task.owner.name[language])}</dd>
				<dt>{t.assignee}</dt>
				<dd>{task.assignee?.name ?? <span class="grey">{t.nobody}</span>}</dd>
			</dl>
			{task.repeats > 0 && <p>{t.repeats(task.repeats)}</p>}
			<p class="row">
				<a href={`/desk/courtyards/${encodeURIComponent(task.courtyard)}`}>{t.open}</a>
				{task.device !== undefined && <a href={`/desk/devices/${encodeURIComponent(task.device)}`}>{t.device}</a>}
			</p>
		</>
	)
}
