import type { Task } from '../contract/task.ts'

export type TaskStore = {
	/** Strongly consistent. */
	get(id: string): Promise<Task | undefined>
	/** Writes the task if its stored version is still `expected` (undefined: if there is none). */
	put(task: Task, expected: number | undefined): Promise<'stored' | 'conflict'>
}
