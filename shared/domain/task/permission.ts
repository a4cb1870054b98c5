import type { Role } from '../../contract/people/person.ts'
import type { Task } from '../../contract/task/task.ts'
import type { TaskActionType } from '../../contract/task/taskAction.ts'
import type { TaskState } from '../../contract/task/taskEvent.ts'

const WORK = ['comment', 'tick', 'addPhoto'] as const
const STEER = ['assign', 'retriage', 'handOver', 'dismiss'] as const

/**
 * What can be done to a task in each state.
 *
 * ```
 *                 ┌──────────── start ───────────┐┌─────── fix ──────┐
 * raised ── acknowledge ──> acknowledged ── start ──> in-progress ── fix ──> fixed ── verify ──> verified
 *   │ ^                                                                      │ │                  │
 *   │ └─ handOver, time-out                             reopened <── reopen ─┘ └── (sensor) ──────┤
 *   └── dismiss (from every open state but fixed) ──> dismissed ── reopen ──> reopened <── reopen ┘
 * ```
 * `reopened` is as `raised`. What the sensor does on top of this stands in `settleBySensor`.
 */
export const possibleIn: Readonly<Record<TaskState, readonly TaskActionType[]>> = {
	raised: ['acknowledge', 'start', 'fix', ...STEER, ...WORK],
	acknowledged: ['start', 'fix', ...STEER, ...WORK],
	'in-progress': ['fix', ...STEER, ...WORK],
	fixed: ['verify', 'reopen', ...WORK],
	verified: ['reopen', 'comment', 'addPhoto'],
	reopened: ['acknowledge', 'start', 'fix', ...STEER, ...WORK],
	dismissed: ['reopen', 'comment'],
	withdrawn: ['comment'],
}

/** An alarm is verified by its sensor and by nobody else. */
export const isPossible = (task: Task, action: TaskActionType): boolean =>
	possibleIn[task.state].includes(action) && !(action === 'verify' && task.source === 'alarm')

const HANDS: readonly Role[] = ['head', 'village', 'staff', 'admin']
const ABOVE: readonly Role[] = ['village', 'staff', 'admin']

/**
 * Who may do it. Whoever mends does not judge: a head neither verifies nor dismisses what is to be mended in his own
 * courtyard, nor decides whose matter it is. A reporter may say whether his own report was mended.
 */
export const rolesFor: Readonly<Record<TaskActionType, readonly Role[]>> = {
	acknowledge: HANDS,
	start: HANDS,
	fix: HANDS,
	verify: ['public', ...ABOVE],
	reopen: ['public', ...HANDS],
	dismiss: ABOVE,
	assign: HANDS,
	retriage: ABOVE,
	comment: HANDS,
	tick: HANDS,
	addPhoto: ['public', ...HANDS],
	handOver: HANDS,
}

export const mayDo = (role: Role | undefined, action: TaskActionType): boolean =>
	role !== undefined && rolesFor[action].includes(role)
