import type { Task } from '../contract/task/task.ts'
import type { TaskState } from '../contract/task/taskEvent.ts'
import { alertKeyOf } from '../domain/alert/news.ts'
import { raisedAtOf } from '../domain/task/taskState.ts'

/** That a task was made, changed or told of: for the log, from which its way can be followed. */
export type TaskNote = {
	task: string
	state: TaskState
	courtyard: string
	device?: string
	rule?: string
	/** The instant of the reading that raised the alarm, or of whatever else began it, milliseconds since 1970. */
	raisedAt: number
	/** The key of the alert that went out to displays and loudspeakers. */
	alert?: string
}

/** What somebody who follows the task would see: bookkeeping of the same alarm is none. */
export const isNoteworthy = (before: Task | undefined, after: Task): boolean =>
	before === undefined || before.state !== after.state || before.events.length !== after.events.length

export const noteOf = (task: Task, isTold: boolean): TaskNote => ({
	task: task.id,
	state: task.state,
	courtyard: task.courtyard,
	...(task.device !== undefined && { device: task.device }),
	...(task.source === 'alarm' && { rule: task.rule }),
	raisedAt: raisedAtOf(task),
	...(isTold && { alert: alertKeyOf(task) }),
})
