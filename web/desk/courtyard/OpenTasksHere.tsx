import type { TasksView } from '../../../shared/contract/task/taskView.ts'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { useWords } from '../../i18n/useWords.ts'
import { TaskLines } from '../TaskLines.tsx'
import { courtyardWords } from './courtyardWords.ts'

const shown = 5

/** What is open in the courtyard. */
export const OpenTasksHere = ({ courtyard }: { courtyard: string }) => {
	const t = useWords(courtyardWords)
	const tasks = useApi<TasksView>(`/api/tasks?courtyard=${encodeURIComponent(courtyard)}&state=open`)
	return (
		<section class="card stack">
			<h2>{t.tasks}</h2>
			<Live of={tasks} skeleton={<Skeleton lines={3} tall />}>
				{({ tasks: open, next }) =>
					open.length === 0 ? (
						<p class="grey">{t.noTasks}</p>
					) : (
						<>
							<TaskLines
								tasks={open.slice(0, shown).map((task) => ({
									...task,
									due: task.next && { by: task.next.by, isOverdue: task.next.isOverdue },
								}))}
							/>
							{(open.length > shown || next !== undefined) && (
								<a href={`/desk/tasks?courtyard=${encodeURIComponent(courtyard)}`}>
									{t.tasks} {open.length}
									{next === undefined ? '' : '+'}
								</a>
							)}
						</>
					)
				}
			</Live>
		</section>
	)
}
