import type { MessageAttributes } from './messageAttributes.ts'
import type { QueueDefinition } from './queueDefinition.ts'
import type { ReceivedMessage } from './takeMessages.ts'

export type OutgoingMessage = {
	readonly body: string
	readonly attributes?: MessageAttributes
	/** 0-900; the queue's own delay when absent. */
	readonly delaySeconds?: number
}

/** `stale`: the message is gone or was received again since. `invalid`: not a receipt handle at all. */
export type ReceiptOutcome = 'done' | 'stale' | 'invalid'

export type ReceiveOptions = {
	/** Upper bound of messages; the API allows 10, the event source mapping more. */
	readonly max: number
	/** Seconds; the queue's own when absent. */
	readonly visibilityTimeout?: number
	/** Seconds to wait for the first message (long polling); 0 when absent. */
	readonly waitTimeSeconds?: number
	/** Stops before the messages together exceed this many bytes; one message is always returned. */
	readonly maxBytes?: number
	readonly signal?: AbortSignal
}

export type QueueCounts = {
	readonly visible: number
	readonly inFlight: number
	readonly delayed: number
	/** Age of the oldest message, absent when the queue is empty. */
	readonly oldestAgeSeconds?: number
}

/**
 * Standard queues: at least once, roughly in order. An unknown queue name is a fault and throws. Every promise resolves
 * only after its change is on the disk.
 */
export type QueueService = {
	readonly definitions: readonly QueueDefinition[]
	/** Resolves with the message id. */
	send(queue: string, body: string, attributes?: MessageAttributes): Promise<string>
	/** All or none; ids in the order of the messages. */
	sendBatch(queue: string, messages: readonly OutgoingMessage[]): Promise<string[]>
	/** As sendBatch, on the disk on return; blocks the event loop for one fsync. */
	sendSync(queue: string, messages: readonly OutgoingMessage[]): string[]
	/** Empty when nothing came within the wait, or on abort. */
	receive(queue: string, options: ReceiveOptions): Promise<ReceivedMessage[]>
	delete(queue: string, receiptHandle: string): Promise<ReceiptOutcome>
	deleteBatch(queue: string, receiptHandles: readonly string[]): Promise<ReceiptOutcome[]>
	/** Hides the message for `seconds` from now; 0 makes it visible at once. */
	changeVisibility(queue: string, receiptHandle: string, seconds: number): Promise<ReceiptOutcome>
	/** Resolves with the number of messages removed. */
	purge(queue: string): Promise<number>
	counts(queue: string): QueueCounts
	/** Ends waiting receivers with nothing and commits what is pending. Use no other call afterwards. */
	close(): void
}
