import { ChangeMessageVisibilityBatchCommand, type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import type { QueueAt } from './queueClient.ts'

/** Seconds a message stays hidden from others while it is moved or looked at; after a crash it is there again. */
const HIDDEN = 120

/** Up to ten messages; none only when the whole queue was asked and had none to give. */
export const receive = async ({ url, client }: QueueAt, most: number): Promise<readonly Message[]> => {
	const { Messages } = await client.send(
		new ReceiveMessageCommand({
			QueueUrl: url,
			MaxNumberOfMessages: Math.min(10, most),
			VisibilityTimeout: HIDDEN,
			// With a wait, SQS asks all of its servers, not a sample.
			WaitTimeSeconds: 1,
			MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount'],
			MessageAttributeNames: ['All'],
		}),
	)
	return Messages ?? []
}

/** Shows the messages to others again at once. */
export const giveBack = async ({ url, client }: QueueAt, messages: readonly Message[]): Promise<void> => {
	for (let i = 0; i < messages.length; i += 10) {
		const Entries = messages.slice(i, i + 10).map(({ ReceiptHandle }, at) => ({
			Id: String(at),
			ReceiptHandle,
			VisibilityTimeout: 0,
		}))
		await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries }))
	}
}
