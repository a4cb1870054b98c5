import type { Task } from '../../contract/task/task.ts'
import type { TaskEventType } from '../../contract/task/taskEvent.ts'

/** Entries of a task's trail that are news to those who answer for it. */
const NEWS: readonly TaskEventType[] = ['escalated', 'timed-out', 'reopened', 'handed-over', 'retriaged']

/** What a receiver tells repetitions of the same news by. */
export const alertKeyOf = (task: Task): string => `${task.id}:${newsOf(task)}`

/** Names the latest news of a task: `raised`, then `escalated-1`, `reopened-2` and so on. The same news has one name. */
export function newsOf(task: Task): string {
	const news = task.events.filter(({ type }) => NEWS.includes(type))
	const last = news.at(-1)
	return last === undefined ? 'raised' : `${last.type}-${news.length}`
}
