import './tasks.css'
import { useState } from 'preact/hooks'
import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import type { TasksView, TaskView } from '../../../shared/contract/task/taskView.ts'
import { Chips } from '../../components/Chips.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Live } from '../../components/Live.tsx'
import { Page } from '../../components/Page.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { api } from '../../data/api.ts'
import { useApi } from '../../data/useApi.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../routing/navigation.ts'
import { mayDecide } from '../mayDecide.ts'
import { FigureTiles } from './FigureTiles.tsx'
import { TaskFilters } from './TaskFilters.tsx'
import { TaskTable } from './TaskTable.tsx'
import { tasksWords } from './tasksWords.ts'

const states = ['raised', 'acknowledged', 'in-progress', 'fixed', 'reopened', 'verified', 'dismissed'] as const

/** The board: what is to be done, what is due, and how well it goes. */
export const TasksPage = () => {
	const t = useWords(tasksWords)
	const state = useQuery().get('state') ?? 'open'
	const path = `/api/tasks?state=${encodeURIComponent(state)}&limit=200`
	const tasks = useApi<TasksView>(path)
	const courtyards = useApi<{ courtyards: CourtyardView[] }>('/api/courtyards')
	const all = courtyards.state.is === 'ready' ? courtyards.state.value.courtyards : []
	const count = state === 'open' && tasks.state.is === 'ready' ? tasks.state.value.tasks.length : undefined
	return (
		<Page
			title={t.title}
			note={count === undefined ? ' ' : t.note(count)}
			actions={
				<a class="button" href="/desk/tasks/new">
					<Icon name="plus" />
					{t.newTask}
				</a>
			}
		>
			{mayDecide() && <FigureTiles />}
			<Chips
				name="state"
				label={t.states}
				choices={[{ value: '', label: t.open }, ...states.map((value) => ({ value, label: t[value] }))]}
			/>
			<Live of={tasks} skeleton={<Skeleton lines={8} tall />}>
				{(page) => <Board key={path} path={path} page={page} courtyards={all} />}
			</Live>
		</Page>
	)
}

interface BoardProps {
	readonly path: string
	readonly page: TasksView
	readonly courtyards: readonly CourtyardView[]
}

const Board = ({ path, page, courtyards }: BoardProps) => {
	const t = useWords(tasksWords)
	const [later, setLater] = useState<{ tasks: readonly TaskView[]; next: string | undefined }>()
	const next = later === undefined ? page.next : later.next
	const more = async (): Promise<void> => {
		const answer = await api<TasksView>(`${path}&cursor=${encodeURIComponent(next ?? '')}`)
		if (answer.is !== 'ready') return
		const { value } = answer
		setLater((before) => ({ tasks: [...(before?.tasks ?? []), ...value.tasks], next: value.next }))
	}
	const tasks = [...page.tasks, ...(later?.tasks ?? [])]
	return (
		<div class="stack">
			<TaskFilters tasks={tasks} courtyards={courtyards} />
			<TaskTable tasks={tasks} courtyards={courtyards} />
			{next !== undefined && (
				<p>
					<button type="button" class="button-quiet" onClick={() => void more()}>
						{t.more}
					</button>
				</p>
			)}
		</div>
	)
}
