import type { TaskView } from '../../shared/contract/task/taskView.ts'
import { Icon } from '../components/Icon.tsx'
import { useNow } from '../components/useNow.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { deadline } from './deadline.ts'
import { stateWords, taskWords } from './taskWords.ts'

/** A task as one line that leads to it: what, where, how it stands, and how long there is. */
export const TaskLine = ({ task, href }: { task: TaskView; href: string }) => {
	const t = useWords(taskWords)
	const states = useWords(stateWords)
	const language = useLanguage()
	const due = deadline(task, t, useNow(), language)
	return (
		<a class="task-line" href={href}>
			<span>
				<span class={`severity severity-${task.severity}`}>{task.severityText[language]}</span>
				<strong>{task.what[language]}</strong>
			</span>
			<span class="small">{task.where[language]}</span>
			<span class="small grey">
				{states[task.state]}
				{due && (
					<>
						{' · '}
						<span class={due.isOverdue ? 'task-overdue' : ''}>{due.left}</span>
					</>
				)}
			</span>
			<Icon name="chevron" />
		</a>
	)
}
