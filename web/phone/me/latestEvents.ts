import type { TasksView } from '../../../shared/contract/task/taskView.ts'
import { type ShownEvent, type ShownTask, shownToViewer } from '../../task/shownTask.ts'

export interface Happened {
	readonly task: ShownTask
	readonly event: ShownEvent
}

/** What happened to tasks, the latest first. Ticks and the like are left to the task itself. */
export const latestEvents = ({ tasks }: TasksView, most: number): Happened[] =>
	tasks
		.map(shownToViewer)
		.flatMap((task) => task.events.filter(({ type }) => !small.includes(type)).map((event) => ({ task, event })))
		.sort((a, b) => Date.parse(b.event.at) - Date.parse(a.event.at))
		.slice(0, most)

const small: readonly ShownEvent['type'][] = ['ticked', 'unticked', 'contact-seen', 'repeated', 'retriaged']
