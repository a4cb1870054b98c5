import type { Task } from '../contract/task/task.ts'
import type { TaskState } from '../contract/task/taskEvent.ts'

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
	/**
	 * Open tasks of which something is due at or before an instant: a step of the clock, an alert that has not been noted as
	 * sent, or news that the channels have not been given. They may be as they were a moment ago.
	 */
	due(until: number): Promise<Task[]>
}

/** Tasks of which the channels have not been given the latest news. */
export type UntoldTasks = {
	/** They may be as they were a moment ago, and the same may come again. */
	untold(until: number): Promise<Task[]>
	/**
	 * Notes which news the channels have, unless the task has changed since. Its version stays: whoever looks at the task
	 * can still act on it.
	 */
	handedOn(task: Task, news: string): Promise<void>
}

/** Where to go on after a page; opaque, and of use only with the same question. */
export type TaskCursor = string
export type TaskPage = { tasks: Task[]; next?: TaskCursor }

/** Lists of tasks, which may be as they were a moment ago. Withdrawn ones are only in lists that ask for them. */
export type TaskList = {
	/** A courtyard's tasks, those that came into their state last first; with `since`, only those that did after it. */
	ofCourtyard(courtyard: string, state: TaskState | undefined, since?: number): Promise<Task[]>
	/** The same, page by page: state after state, in each the latest first. */
	pageOfCourtyard(
		courtyard: string,
		state: TaskState | undefined,
		limit: number,
		after?: TaskCursor,
	): Promise<TaskPage | 'bad-cursor'>
	/**
	 * Those of all courtyards that were verified or dismissed after an instant and up to another one, at most some weeks
	 * later, and have stayed so; in any order.
	 */
	endedBetween(after: number, until: number): Promise<Task[]>
	/** The open tasks of all courtyards, page by page: the one that the clock comes to next is the first. */
	openPage(limit: number, after?: TaskCursor): Promise<TaskPage | 'bad-cursor'>
}
