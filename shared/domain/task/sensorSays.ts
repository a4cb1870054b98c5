import type { AlarmTask } from '../../contract/task/task.ts'
import type { TaskEvent, TaskState } from '../../contract/task/taskEvent.ts'
import { after } from './taskState.ts'

/**
 * What the sensor makes of a task that people or the clock have touched. Whatever they left it in, the alarm that is
 * over verifies it, and an alarm that never was withdraws it; if later readings take that back, it is again in the state
 * in which they left it. So in whichever order readings come and people act, the end is the same:
 *
 * ```
 * the alarm …      never was          is over            goes on
 * dismissed        dismissed          dismissed          dismissed
 * anything else    withdrawn          verified           as people and the clock left it
 * ```
 * One exception: somebody who looks after the alarm was over and says that it is not mended is believed, until the next
 * time it is called fixed.
 * @returns the same object when nothing changes
 */
export function settleBySensor(task: AlarmTask): AlarmTask {
	const left = stateLeft(task)
	if (left === 'dismissed') return task
	const { onset, clearedAt, statements } = task.alarm
	const said = Object.values(statements)
	const never = said.length > 0 && said.every(({ interval }) => interval === undefined)
	if (never) return to(task, 'withdrawn', onset, 'withdrawn')
	if (clearedAt !== undefined && !isDoubted(task, left, clearedAt)) return to(task, 'verified', clearedAt, 'verified')
	return to(task, left, task.alarm.raisedAt, 'resumed')
}

function to(task: AlarmTask, state: TaskState, at: number, type: TaskEvent['type']): AlarmTask {
	if (task.state === state) return task
	return after(task, { at, actor: { kind: 'sensor', id: 'sensor' }, type, to: state })
}

/** The state in which people and the clock left it: what the sensor said on top does not count. */
export function stateLeft(task: AlarmTask): TaskState {
	const left = task.events.findLast(
		({ to, type, actor }) => to !== undefined && (actor.kind !== 'sensor' || type === 'raised'),
	)
	return left?.to ?? 'raised'
}

/** Somebody brought it back after the alarm was over, and nobody has called it fixed since. */
function isDoubted(task: AlarmTask, left: TaskState, clearedAt: number): boolean {
	if (left === 'fixed') return false
	const doubt = task.events.findLast(({ type, actor }) => type === 'reopened' && actor.kind === 'person')
	return doubt !== undefined && doubt.at >= clearedAt
}
