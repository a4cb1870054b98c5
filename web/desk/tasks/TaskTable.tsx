import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import type { TaskView } from '../../../shared/contract/task/taskView.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Since } from '../../components/Since.tsx'
import { useNow } from '../../components/useNow.ts'
import { capital } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../routing/navigation.ts'
import { SeverityBadge } from './SeverityBadge.tsx'
import { TaskClock } from './TaskClock.tsx'
import { dueKey, filterFrom, fits } from './taskFilter.ts'
import { tasksWords } from './tasksWords.ts'

interface TaskTableProps {
	readonly tasks: readonly TaskView[]
	readonly courtyards: readonly CourtyardView[]
}

const weight = { critical: 0, major: 1, minor: 2 } as const

/** The tasks that fit, what is due first on top. */
export const TaskTable = ({ tasks, courtyards }: TaskTableProps) => {
	const t = useWords(tasksWords)
	const language = useLanguage()
	const query = useQuery()
	const filter = filterFrom(query)
	const isQuiet = tasks.length === 0 && (query.get('state') ?? '') === ''
	const now = useNow()
	const villageOf = (id: string): string | undefined => courtyards.find((one) => one.id === id)?.village
	const shown = tasks.filter((task) => fits(task, filter, villageOf, now))
	const columns: readonly Column<TaskView>[] = [
		{
			id: 'task',
			title: t.task,
			cell: ({ what, where }) => (
				<>
					{capital(what[language])}
					<span class="small grey task-where">{where[language]}</span>
				</>
			),
		},
		{
			id: 'severity',
			title: t.severity,
			isPlain: true,
			cell: ({ severity }) => <SeverityBadge severity={severity} />,
			key: ({ severity }) => weight[severity],
		},
		{ id: 'state', title: t.state, cell: ({ stateText }) => capital(stateText[language]), key: ({ state }) => state },
		{ id: 'due', title: t.clock, cell: ({ next }) => <TaskClock next={next} />, key: dueKey },
		{
			id: 'owner',
			title: t.owner,
			cell: ({ owner, assignee }) => (
				<>
					{assignee?.name ?? capital(owner.name[language])}
					{assignee && <span class="small grey task-where">{owner.name[language]}</span>}
				</>
			),
		},
		{
			id: 'raised',
			title: t.raisedAt,
			cell: ({ raisedAt }) => <Since at={raisedAt} />,
			key: ({ raisedAt }) => Date.parse(raisedAt),
		},
	]
	return (
		<DataTable
			caption={t.title}
			columns={columns}
			rows={shown}
			id={({ id }) => id}
			href={({ id }) => `/desk/tasks/${encodeURIComponent(id)}`}
			sort="due"
			empty={
				<Notice icon="check" title={isQuiet ? t.nothingOpen : t.none}>
					{isQuiet ? t.nothingOpenNote : t.noneNote}
				</Notice>
			}
		/>
	)
}
