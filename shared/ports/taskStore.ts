import type { Task, TaskState } from '../contract/task.ts'

export type TaskStore = {
	/**
	 * The task as it is now. With `maybeOld` it may be as it was a moment ago, at half the price: enough where a write that
	 * names its version follows.
	 */
	get(id: string, consistency?: 'maybeOld'): Promise<Task | undefined>
	/** Writes the task if its stored version is still `expected` (undefined: if there is none). */
	put(task: Task, expected: number | undefined): Promise<'stored' | 'conflict'>
}

export type DueTasks = {
	/** Tasks whose alert was due at or before an instant and has not been noted as sent. */
	alertsDue(until: number): Promise<Task[]>
}

export type TaskList = {
	/** A courtyard's tasks, the newest first within each state; withdrawn ones only where asked for. */
	ofCourtyard(courtyard: string, state: TaskState | undefined): Promise<Task[]>
}
