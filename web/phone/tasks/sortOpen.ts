import type { TaskView } from '../../../shared/contract/task/taskView.ts'

/** What is overdue longest or due soonest first; what waits for others last. */
export const sortOpen = (tasks: readonly TaskView[]): TaskView[] =>
	[...tasks].sort((a, b) => dueAt(a) - dueAt(b) || (a.id < b.id ? -1 : 1))

const dueAt = ({ state, next }: TaskView): number =>
	state === 'fixed' || next === null ? Number.MAX_SAFE_INTEGER : Date.parse(next.by)
