import type { ChannelState, OutboxEntry } from '../contract/alert/outbox.ts'

/** What recipients are to be told of tasks, and what is known of the channels. */
export type Outbox = {
	/** Keeps an entry unless there is one of the same task, recipient and news. Safe to repeat. */
	add(entry: OutboxEntry): Promise<void>
	/** All entries of a task; strongly consistent. */
	ofTask(task: string): Promise<OutboxEntry[]>
	/** Entries of a channel that are due by an instant, the oldest first. They may be as they were a moment ago. */
	due(channel: string, until: number, limit: number): Promise<OutboxEntry[]>
	/** The entry as it is to be, in place of the one that is there, unless that has been told or dropped meanwhile. */
	note(entry: OutboxEntry): Promise<'stored' | 'settled'>
}

export type ChannelStates = {
	/** Strongly consistent. */
	get(channel: string): Promise<ChannelState | undefined>
	/** Writes it if its stored version is still `expected`; undefined: if there is none. */
	put(state: ChannelState, expected: number | undefined): Promise<'stored' | 'conflict'>
}
