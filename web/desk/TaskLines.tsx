import './taskLines.css'
import type { TaskLine } from '../../shared/contract/service/overview.ts'
import { useNow } from '../components/useNow.ts'
import { duration } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { taskLineWords } from './taskLineWords.ts'

/** Tasks as lines that lead to them: what, where, in what state, and how much time there is or was. */
export const TaskLines = ({ tasks, href }: { tasks: readonly TaskLine[]; href?: (task: TaskLine) => string }) => {
	const t = useWords(taskLineWords)
	const language = useLanguage()
	const now = useNow()
	return (
		<ul class="task-lines">
			{tasks.map((task) => {
				const { id, severity, severityText, what, where, stateText, due } = task
				const length = due && duration(Math.abs(Date.parse(due.by) - now), language)
				return (
					<li key={id}>
						<a href={href ? href(task) : `/desk/tasks/${encodeURIComponent(id)}`}>
							<span class="task-line-what">
								<span class={`severity severity-${severity}`}>{severityText[language]}</span>
								<strong>{what[language]}</strong>
							</span>
							<span class="task-line-where small grey">{where[language]}</span>
							<span class="task-line-due small">
								<span class="grey">{stateText[language]}</span>
								{due && length && (
									<span class={due.isOverdue ? 'overdue' : 'grey'}>
										{due.isOverdue ? t.overdue(length) : t.left(length)}
									</span>
								)}
							</span>
						</a>
					</li>
				)
			})}
		</ul>
	)
}
