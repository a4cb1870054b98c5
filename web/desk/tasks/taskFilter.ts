import type { TaskView } from '../../../shared/contract/task/taskView.ts'

/** What the address asks of the board; empty: everything. */
export interface TaskFilter {
	readonly village: string
	readonly revolution: string
	readonly severity: string
	readonly source: string
	/** `overdue`. */
	readonly clock: string
	/** `none`: nobody in particular is to do it. */
	readonly assignee: string
}

const names = ['village', 'revolution', 'severity', 'source', 'clock', 'assignee'] as const

export const filterFrom = (query: URLSearchParams): TaskFilter => {
	const of = (name: (typeof names)[number]): string => query.get(name) ?? ''
	return {
		village: of('village'),
		revolution: of('revolution'),
		severity: of('severity'),
		source: of('source'),
		clock: of('clock'),
		assignee: of('assignee'),
	}
}

export const isOverdue = ({ next }: Pick<TaskView, 'next'>, now: number): boolean =>
	next !== null && Date.parse(next.by) < now

/** Whether a task fits; `but` leaves one question out, for the number on its chips. */
export const fits = (
	task: TaskView,
	filter: TaskFilter,
	villageOf: (courtyard: string) => string | undefined,
	now: number,
	but?: keyof TaskFilter,
): boolean => {
	const asks = (name: keyof TaskFilter): boolean => name !== but && filter[name] !== ''
	return (
		!(asks('village') && villageOf(task.courtyard) !== filter.village) &&
		!(asks('revolution') && task.revolution !== filter.revolution) &&
		!(asks('severity') && task.severity !== filter.severity) &&
		!(asks('source') && task.source !== filter.source) &&
		!(asks('clock') && filter.clock === 'overdue' && !isOverdue(task, now)) &&
		!(asks('assignee') && filter.assignee === 'none' && task.assignee !== null)
	)
}

/** What is due first stands first; what nobody is waited for stands last. */
export const dueKey = ({ next }: Pick<TaskView, 'next'>): number | null => (next === null ? null : Date.parse(next.by))
