import type { TaskNote } from '../../shared/work/taskNote.ts'
import type { Opened } from './openMessage.ts'
import type { DeviceBatch } from './sortOut.ts'

/** A task that changed, and the message that brought it about. */
export type PromptedTask = TaskNote & { messageId?: string; topic?: string }

/**
 * The message with the reading that raised the alarm. Where that came in an earlier batch, the one with the newest reading
 * of this: it ended the alarm, or made us look again.
 */
export function promptedTask(task: TaskNote, broughtBy: DeviceBatch['broughtBy']): PromptedTask {
	const by = broughtBy.get(task.raisedAt) ?? newestOf(broughtBy)
	return by ? { ...task, messageId: by.record.messageId, topic: by.message.topic } : task
}

function newestOf(broughtBy: DeviceBatch['broughtBy']): Opened | undefined {
	let newest: [number, Opened] | undefined
	for (const entry of broughtBy) if (newest === undefined || entry[0] > newest[0]) newest = entry
	return newest?.[1]
}
