import { Task } from '../../../shared/contract/task/task.ts'
import { tidingsAt, untoldOf } from '../../../shared/domain/alert/tidings.ts'
import { alertIsDue } from '../../../shared/domain/task/alertOutbox.ts'
import { inStateSince, isOpen } from '../../../shared/domain/task/taskState.ts'

/** The part of a task's partition that is the task itself. */
export const TASK_PART = 'task'

/** Every open task is in the index `byDue` under this, by when something is due for it next. */
export const OPEN = 'open'
/** Closed tasks of which the end has not been told stand under this. */
export const ENDED = 'ended'
/** Those of which it has, under the day on which they ended: `told#2026-11-23`, UTC, as instants are kept. */
export const toldOn = (instant: string): string => `told#${instant.slice(0, 10)}`
/** Behind all instants: nothing is due. */
const NEVER = '9999'

export const toItem = ({ id, ...task }: Task) => ({
	...task,
	task: id,
	part: TASK_PART,
	// A withdrawn task is in no list: it stays for those who still have its link.
	...(task.state === 'withdrawn' ? {} : { stateSince: `${task.state}#${iso(inStateSince({ id, ...task }))}` }),
	...dueOf({ id, ...task }),
})

/** @throws when the item is not one this store wrote */
export function fromItem({ task, ...item }: Record<string, unknown>): Task {
	return Task.parse({ ...item, id: task })
}

/** Where in `byDue` the task stands; a withdrawn one nowhere. */
export function dueOf(task: Task): { dueKind?: string; dueAt?: string } {
	const untold = untoldOf(task) === undefined ? [] : [tidingsAt(task)]
	if (task.state === 'withdrawn') return {}
	if (!isOpen(task.state)) {
		if (untold[0] !== undefined) return { dueKind: ENDED, dueAt: iso(untold[0]) }
		const ended = iso(inStateSince(task))
		return { dueKind: toldOn(ended), dueAt: ended }
	}
	const alert = alertIsDue(task) ? [task.alert.dueAt ?? inStateSince(task)] : []
	const at = Math.min(...alert, ...untold, task.nextStepAt ?? Number.POSITIVE_INFINITY)
	return { dueKind: OPEN, dueAt: at === Number.POSITIVE_INFINITY ? NEVER : iso(at) }
}

export const iso = (at: number): string => new Date(at).toISOString()
