import type { Role } from '../../shared/contract/people/person.ts'
import type { TaskAction, TaskActionType } from '../../shared/contract/task/taskAction.ts'
import type { TaskState } from '../../shared/contract/task/taskEvent.ts'
import { mayDo, possibleIn } from '../../shared/domain/task/permission.ts'
import type { ShownTask } from './shownTask.ts'

/** Where an action leads; the others leave the state as it is. */
const leadsTo: Readonly<Partial<Record<TaskActionType, TaskState>>> = {
	acknowledge: 'acknowledged',
	start: 'in-progress',
	fix: 'fixed',
	verify: 'verified',
	reopen: 'reopened',
	dismiss: 'dismissed',
	handOver: 'raised',
}

/** Whether an action moves the task on, so that it matters what others did meanwhile; a tick or a word never does. */
export const moves = ({ type }: Pick<TaskAction, 'type'>): boolean => leadsTo[type] !== undefined

/** The task as it will be once what the reader did has arrived: what he sees while it has not. */
export const asQueued = (task: ShownTask, actions: readonly TaskAction[], role: Role, now: number): ShownTask =>
	actions.reduce((known, action) => after(known, action, role, now), task)

const after = (task: ShownTask, action: TaskAction, role: Role, now: number): ShownTask => {
	const at = new Date(now).toISOString()
	const wasDone = action.type === 'fix' ? (action.ticks ?? []) : []
	const checklist = task.checklist.map((item) => {
		if (action.type === 'tick' && action.item === item.id) return { ...item, done: action.done ? { at } : null }
		return wasDone.includes(item.id) && item.done === null ? { ...item, done: { at } } : item
	})
	const state = leadsTo[action.type]
	if (state === undefined) return { ...task, checklist }
	const actions = possibleIn[state].filter(
		(type) => mayDo(role, type) && !(type === 'verify' && task.source === 'alarm'),
	)
	return { ...task, checklist, state, stateSince: at, actions, next: null }
}
