import { Icon } from '../components/Icon.tsx'
import { useNow } from '../components/useNow.ts'
import { dateTime, duration } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { deadline } from './deadline.ts'
import type { ShownTask } from './shownTask.ts'
import { taskWords } from './taskWords.ts'

/** Where, since when, and by when. */
export const TaskFacts = ({ task }: { task: ShownTask }) => {
	const t = useWords(taskWords)
	const language = useLanguage()
	const now = useNow()
	const due = deadline(task, t, now, language)
	const isOver = task.clearedAt !== undefined && task.clearedAt !== null
	const length = duration((isOver ? Date.parse(task.clearedAt ?? '') : now) - Date.parse(task.onset), language)
	return (
		<dl class="task-facts">
			<dt>
				<Icon name="place" />
				{t.where}
			</dt>
			<dd>{task.where[language]}</dd>
			<dt>
				<Icon name="clock" />
				{t.since}
			</dt>
			<dd>{t.began(length, dateTime(task.onset, language))}</dd>
			{due && (
				<>
					<dt>
						<Icon name={due.isOverdue ? 'warning' : 'bell'} />
						{t.until}
					</dt>
					<dd>
						{due.wish}
						{language === 'zh' ? '，' : ', '}
						<strong class={due.isOverdue ? 'task-overdue' : ''}>{due.left}</strong>
					</dd>
				</>
			)}
		</dl>
	)
}
