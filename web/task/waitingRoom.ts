import type { TaskAction } from '../../shared/contract/task/taskAction.ts'
import type { TaskState } from '../../shared/contract/task/taskEvent.ts'

/** Something the reader did that the township does not know of yet. */
export interface Waiting {
	/** The township does it once, however often it is sent. */
	readonly key: string
	readonly action: TaskAction
	/** The state in which the reader saw the task. */
	readonly sees: TaskState
	/** The version it was sent with; it may have arrived although the answer did not. */
	readonly sentWith?: number
}

export interface Kept {
	readonly waiting: readonly Waiting[]
	/** What was not done, because others had been faster or it was refused; kept until the reader has seen it. */
	readonly overtaken: readonly Waiting[]
}

/** Where a task's unsent changes outlast the page. */
export interface WaitingRoom {
	read(task: string): Kept
	write(task: string, kept: Kept): void
}

const nothing: Kept = { waiting: [], overtaken: [] }
const keyOf = (task: string): string => `waiting:${task}`

/**
 * In the browser's storage, under the task's name. What stands there says what was done and opens nothing: neither the
 * link nor a token is among it. Where the browser keeps nothing, the changes live as long as the page.
 */
export const browserRoom = (storage: () => Storage): WaitingRoom => ({
	read: (task) => {
		try {
			const text = storage().getItem(keyOf(task))
			return text === null ? nothing : { ...nothing, ...(JSON.parse(text) as Partial<Kept>) }
		} catch {
			return nothing
		}
	},
	write: (task, kept) => {
		try {
			if (kept.waiting.length + kept.overtaken.length === 0) storage().removeItem(keyOf(task))
			else storage().setItem(keyOf(task), JSON.stringify(kept))
		} catch {
			// A browser that keeps nothing, or whose storage is full: they live as long as the page.
		}
	},
})
