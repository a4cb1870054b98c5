import type { TaskView } from '../../../shared/contract/task/taskView.ts'
import { useNow } from '../../components/useNow.ts'
import { dateTime, duration } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { tasksWords } from './tasksWords.ts'

/** How long there is left, or how long it is overdue, in words; the instant on hover. */
export const TaskClock = ({ next }: Pick<TaskView, 'next'>) => {
	const t = useWords(tasksWords)
	const language = useLanguage()
	const now = useNow()
	if (next === null) return <span class="grey">—</span>
	const by = Date.parse(next.by)
	const length = duration(Math.abs(by - now), language)
	return (
		<span class={by < now ? 'task-late nowrap' : 'nowrap'} title={dateTime(next.by, language)}>
			{by < now ? t.late(length) : t.left(length)}
		</span>
	)
}
