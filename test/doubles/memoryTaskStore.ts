import type { Task } from '../../shared/contract/task.ts'
import type { TaskStore } from '../../shared/ports/taskStore.ts'

/** The task port in memory; every call yields first. */
export class MemoryTaskStore implements TaskStore {
	readonly tasks = new Map<string, Task>()
	readonly beforeCall: (name: string) => Promise<void>

	constructor(beforeCall: (name: string) => Promise<void> = async () => {}) {
		this.beforeCall = beforeCall
	}

	async get(id: string): Promise<Task | undefined> {
		await this.beforeCall('tasks.get')
		return this.tasks.get(id)
	}

	async put(task: Task, expected: number | undefined): Promise<'stored' | 'conflict'> {
		await this.beforeCall('tasks.put')
		if (this.tasks.get(task.id)?.version !== expected) return 'conflict'
		this.tasks.set(task.id, task)
		return 'stored'
	}
}
