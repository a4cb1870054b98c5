import type { MessageAttributes } from './messageAttributes.ts'
import { messageAttributes } from './messageAttributes.ts'
import type { ClaimedRow, MessageTable } from './messageTable.ts'
import type { QueueDefinition } from './queueDefinition.ts'
import { encodeReceipt, newReceipt } from './receiptHandle.ts'

/** A message as its receiver sees it; times are milliseconds since 1970. */
export type ReceivedMessage = {
	readonly messageId: string
	readonly receiptHandle: string
	readonly body: string
	readonly attributes: MessageAttributes
	/** 1 at the first receive. */
	readonly receiveCount: number
	readonly sentAt: number
	readonly firstReceivedAt: number
	/** ARN of the queue it was moved from, in a dead-letter queue. */
	readonly deadLetterSourceArn?: string
}

export type Taken = { readonly messages: ReceivedMessage[]; readonly moved: number }

export type TakeLimits = { readonly max: number; readonly maxBytes: number; readonly visibilityTimeout: number }

const message = (row: ClaimedRow, receiptHandle: string): ReceivedMessage => ({
	messageId: row.id,
	receiptHandle,
	body: row.body,
	attributes: row.attributes === '{}' ? {} : messageAttributes.parse(JSON.parse(row.attributes)),
	receiveCount: row.receive_count,
	sentAt: row.sent_at,
	firstReceivedAt: row.first_received_at,
	...(row.dead_letter_source !== null && { deadLetterSourceArn: row.dead_letter_source }),
})

/**
 * Receives up to `max` visible messages (always one, then as many as fit `maxBytes`) inside the caller's transaction.
 * On its way it removes those past their retention and moves those received too often to the dead-letter queue; as in
 * SQS, that happens when they would have been received once more, not before.
 */
export const takeMessages = (table: MessageTable, queue: QueueDefinition, limits: TakeLimits, now: number): Taken => {
	const messages: ReceivedMessage[] = []
	const claimed = new Set<number>()
	let moved = 0
	let bytes = 0
	for (;;) {
		const missing = limits.max - messages.length
		// With a visibility timeout of 0 those just claimed are candidates again: ask for them on top, and skip them.
		const candidates = table.candidates(queue.name, now, missing + claimed.size)
		const fresh = candidates.filter(({ sequence }) => !claimed.has(sequence)).slice(0, missing)
		for (const candidate of fresh) {
			const { sequence } = candidate
			if (candidate.sent_at <= now - queue.retentionSeconds * 1000) {
				table.remove(sequence)
			} else if (queue.redrive && candidate.receive_count >= queue.redrive.maxReceiveCount) {
				table.moveToQueue(sequence, queue.redrive.deadLetterQueueName, now, queue.arn)
				moved += 1
			} else {
				if (messages.length > 0 && bytes + candidate.size > limits.maxBytes) return { messages, moved }
				const receipt = newReceipt(sequence)
				const row = table.claim(receipt, now, now + limits.visibilityTimeout * 1000)
				messages.push(message(row, encodeReceipt(receipt)))
				claimed.add(sequence)
				bytes += candidate.size
			}
		}
		if (fresh.length < missing || messages.length === limits.max) return { messages, moved }
	}
}
