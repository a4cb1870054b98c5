import type { Task } from '../../shared/contract/task/task.ts'
import type { TaskState } from '../../shared/contract/task/taskEvent.ts'
import { tidingsAt, untoldOf } from '../../shared/domain/alert/tidings.ts'
import { alertIsDue } from '../../shared/domain/task/alertOutbox.ts'
import { inStateSince, isOpen } from '../../shared/domain/task/taskState.ts'
import type { DueTasks, TaskList, TaskPage, TaskStore, UntoldTasks } from '../../shared/ports/taskStore.ts'

/** The task ports in memory; every call yields first. */
export class MemoryTaskStore implements TaskStore, DueTasks, TaskList, UntoldTasks {
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

	async due(until: number): Promise<Task[]> {
		await this.beforeCall('tasks.due')
		return this.#open().filter((task) => dueAt(task) <= until)
	}

	async untold(until: number): Promise<Task[]> {
		await this.beforeCall('tasks.untold')
		return [...this.tasks.values()].filter((task) => untoldOf(task) !== undefined && tidingsAt(task) <= until)
	}

	async handedOn(task: Task, news: string): Promise<void> {
		await this.beforeCall('tasks.handedOn')
		const known = this.tasks.get(task.id)
		if (known?.version === task.version) this.tasks.set(task.id, { ...known, handedOn: news })
	}

	async ofCourtyard(courtyard: string, state: TaskState | undefined, since?: number): Promise<Task[]> {
		await this.beforeCall('tasks.ofCourtyard')
		return [...this.tasks.values()]
			.filter((task) => task.courtyard === courtyard && task.state !== 'withdrawn')
			.filter(
				(task) => (state === undefined || task.state === state) && (since === undefined || inStateSince(task) > since),
			)
			.sort((a, b) => (a.state === b.state ? inStateSince(b) - inStateSince(a) : a.state < b.state ? 1 : -1))
	}

	async endedBetween(after: number, until: number): Promise<Task[]> {
		await this.beforeCall('tasks.endedBetween')
		return [...this.tasks.values()].filter(
			(task) =>
				(task.state === 'verified' || task.state === 'dismissed') &&
				inStateSince(task) > after &&
				inStateSince(task) <= until,
		)
	}

	async pageOfCourtyard(courtyard: string, state: TaskState | undefined, limit: number, after?: string) {
		return page(await this.ofCourtyard(courtyard, state), limit, after)
	}

	async openPage(limit: number, after?: string) {
		await this.beforeCall('tasks.openPage')
		return page(this.#open(), limit, after)
	}

	#open(): Task[] {
		return [...this.tasks.values()].filter(({ state }) => isOpen(state)).sort((a, b) => dueAt(a) - dueAt(b))
	}
}

const dueAt = (task: Task): number =>
	Math.min(
		task.nextStepAt ?? Number.POSITIVE_INFINITY,
		alertIsDue(task) ? (task.alert.dueAt ?? inStateSince(task)) : Number.POSITIVE_INFINITY,
		untoldOf(task) === undefined ? Number.POSITIVE_INFINITY : tidingsAt(task),
	)

function page(sorted: readonly Task[], limit: number, after: string | undefined): TaskPage | 'bad-cursor' {
	const start = after === undefined ? 0 : sorted.findIndex(({ id }) => `~${id}` === after) + 1
	if (after !== undefined && start === 0) return 'bad-cursor'
	const tasks = sorted.slice(start, start + limit)
	const last = tasks.at(-1)
	return { tasks, ...(last && start + limit < sorted.length ? { next: `~${last.id}` } : {}) }
}
