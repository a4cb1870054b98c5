import { GetQueueAttributesCommand, type Message } from '@aws-sdk/client-sqs'
import { RUN_ATTRIBUTE } from './moveMessages.ts'
import type { QueueAt } from './queueClient.ts'
import { describeBody } from './rebuildMessage.ts'
import { giveBack, receive } from './receive.ts'

/** Messages of one topic and failure, as far as they were looked at. */
export type Heap = {
	readonly topic: string
	readonly failure?: string
	messages: number
	/** When the oldest and the newest were sent, milliseconds since 1970. */
	oldest: number
	newest: number
	/** How often one was received since it was sent, at most; looking counts as well. */
	mostReceives: number
	/** Those that a redrive moved back before. */
	redriven: number
}

/** About how many messages there are, by SQS's own count: those to be had, and those hidden while somebody has them. */
export const countMessages = async ({ url, client }: QueueAt): Promise<{ waiting: number; hidden: number }> => {
	const { Attributes } = await client.send(
		new GetQueueAttributesCommand({
			QueueUrl: url,
			AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
		}),
	)
	return {
		waiting: Number(Attributes?.ApproximateNumberOfMessages ?? 0),
		hidden: Number(Attributes?.ApproximateNumberOfMessagesNotVisible ?? 0),
	}
}

/**
 * Looks at up to `max` messages and gives them back. SQS has no way to look without receiving, so each one's receive
 * count rises by one; nothing is deleted.
 */
export const lookAt = async (queue: QueueAt, max: number): Promise<{ looked: number; heaps: Heap[] }> => {
	const heaps = new Map<string, Heap>()
	const seen: Message[] = []
	try {
		while (seen.length < max) {
			const messages = await receive(queue, max - seen.length)
			if (messages.length === 0) break
			seen.push(...messages)
			for (const message of messages) put(heaps, message)
		}
	} finally {
		await giveBack(queue, seen)
	}
	return { looked: seen.length, heaps: [...heaps.values()].sort((a, b) => b.messages - a.messages) }
}

const put = (heaps: Map<string, Heap>, { Body = '', Attributes, MessageAttributes }: Message): void => {
	const { topic = 'not a telemetry message', failure } = describeBody(Body)
	const key = `${topic} ${failure}`
	const sentAt = Number(Attributes?.SentTimestamp ?? 0)
	const fresh = { topic, ...(failure && { failure }), messages: 0, oldest: sentAt, newest: sentAt }
	const heap = heaps.get(key) ?? { ...fresh, mostReceives: 0, redriven: 0 }
	heap.messages += 1
	heap.oldest = Math.min(heap.oldest, sentAt)
	heap.newest = Math.max(heap.newest, sentAt)
	heap.mostReceives = Math.max(heap.mostReceives, Number(Attributes?.ApproximateReceiveCount ?? 0))
	if (MessageAttributes?.[RUN_ATTRIBUTE]) heap.redriven += 1
	heaps.set(key, heap)
}
