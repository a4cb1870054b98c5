import type { Task } from '../../contract/task/task.ts'
import type { TaskEvent, TaskState } from '../../contract/task/taskEvent.ts'

/** States in which there is something left to do. */
export const openStates = ['raised', 'acknowledged', 'in-progress', 'fixed', 'reopened'] as const satisfies TaskState[]

export const isOpen = (state: TaskState): boolean => openStates.some((open) => open === state)

/** When the problem began: an alarm's onset, or when somebody told of it. Milliseconds since 1970. */
export const beganAt = (task: Task): number => (task.source === 'alarm' ? task.alarm.onset : task.raisedAt)

/** When it became a task: the alarm was raised, or somebody told of it. */
export const raisedAtOf = (task: Task): number => (task.source === 'alarm' ? task.alarm.raisedAt : task.raisedAt)

/** Since when it is in its state. */
export const inStateSince = (task: Task): number =>
	task.events.findLast(({ to }) => to !== undefined)?.at ?? raisedAtOf(task)

/** The alarm is over, by all that the sensor has said. */
export const isCleared = (task: Task): boolean => task.source === 'alarm' && task.alarm.clearedAt !== undefined

/** The task with one more entry of its trail, in the state that the entry leads to. */
export const after = <T extends Task>(task: T, event: Omit<TaskEvent, 'from'>): T => ({
	...task,
	state: event.to ?? task.state,
	events: [...task.events, event.to === undefined ? event : { ...event, from: task.state }],
})
