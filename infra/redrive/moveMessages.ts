import { DeleteMessageBatchCommand, type Message, SendMessageCommand } from '@aws-sdk/client-sqs'
import type { QueueAt } from './queueClient.ts'
import { giveBack, receive } from './receive.ts'

/** The run that moved a message back; SQS keeps it when the message fails again. */
export const RUN_ATTRIBUTE = 'redriveRun'

export type Move = {
	readonly source: QueueAt
	readonly target: QueueAt
	/** What goes to the target; undefined leaves the message where it is. */
	readonly rebuild: (body: string, sentAt: number) => string | undefined
	readonly max: number
	/** Tells this run from others. */
	readonly run: string
	/** Receivers at a time. */
	readonly width: number
	readonly onMoved: (moved: number) => void
}

/** `left`: not understood. `returned`: moved by this run, failed again already, and left. */
export type Moved = { readonly moved: number; readonly left: number; readonly returned: number }

/**
 * Moves messages until the source gives no more that this run has not seen, or `max` is reached. Each is sent before it
 * is deleted, so a crash duplicates a message, which is harmless, and never loses one. What stays is given back.
 */
export const moveMessages = async (move: Move): Promise<Moved> => {
	const { source, target, rebuild, run, width, onMoved } = move
	const count = { moved: 0, left: 0, returned: 0 }
	const kept = new Map<string, Message>()
	let allowed = move.max
	let ended = false

	const moveOne = async (message: Message): Promise<boolean> => {
		const { MessageId = '', Body = '', Attributes, MessageAttributes } = message
		const returned = MessageAttributes?.[RUN_ATTRIBUTE]?.StringValue === run
		const body = returned ? undefined : rebuild(Body, Number(Attributes?.SentTimestamp ?? Date.now()))
		if (body === undefined) {
			// Seen again, or come back: the run has been through the queue once.
			if (returned || kept.has(MessageId)) ended = true
			if (!kept.has(MessageId)) count[returned ? 'returned' : 'left'] += 1
			kept.set(MessageId, message)
			return false
		}
		await target.client.send(
			new SendMessageCommand({
				QueueUrl: target.url,
				MessageBody: body,
				MessageAttributes: { ...MessageAttributes, [RUN_ATTRIBUTE]: { DataType: 'String', StringValue: run } },
			}),
		)
		return true
	}

	const worker = async (): Promise<void> => {
		while (!ended && allowed > 0) {
			const asked = Math.min(10, allowed)
			allowed -= asked
			const messages = await receive(source, asked)
			const outcomes = await Promise.allSettled(messages.map(moveOne))
			const sent = messages.filter((_, i) => isTrue(outcomes[i]))
			await remove(source, sent)
			allowed += asked - sent.length
			count.moved += sent.length
			onMoved(count.moved)
			const failed = outcomes.find((outcome) => outcome.status === 'rejected')
			if (failed) {
				ended = true
				throw failed.reason
			}
			if (messages.length === 0) return
		}
	}
	// All come to their end before what they keep is given back.
	const ends = await Promise.allSettled(Array.from({ length: width }, worker))
	await giveBack(source, [...kept.values()])
	const fault = ends.find((end) => end.status === 'rejected')
	if (fault) throw fault.reason
	return count
}

const isTrue = (outcome: PromiseSettledResult<boolean> | undefined): boolean =>
	outcome?.status === 'fulfilled' && outcome.value

/** One that cannot be deleted is moved once more later; that is harmless. */
const remove = async ({ url, client }: QueueAt, messages: readonly Message[]): Promise<void> => {
	if (messages.length === 0) return
	const Entries = messages.map(({ ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle }))
	await client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries }))
}
