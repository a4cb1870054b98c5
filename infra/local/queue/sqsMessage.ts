import { type MessageAttributes, md5OfAttributes, md5OfText } from './messageAttributes.ts'
import type { ReceivedMessage } from './takeMessages.ts'

/** The sender's id of every local message: there are no IAM principals here. */
export const localSenderId = 'AIDALOCALSENDER000000'

/** The system attributes of a received message, all of them, as text. */
export const systemAttributes = (message: ReceivedMessage): Record<string, string> => ({
	ApproximateReceiveCount: String(message.receiveCount),
	SentTimestamp: String(message.sentAt),
	SenderId: localSenderId,
	ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
	...(message.deadLetterSourceArn !== undefined && { DeadLetterQueueSourceArn: message.deadLetterSourceArn }),
})

const wanted = (names: readonly string[], name: string): boolean =>
	names.some(
		(pattern) =>
			pattern === 'All' ||
			pattern === '.*' ||
			pattern === name ||
			(pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -1))),
	)

const pick = <Value>(values: Record<string, Value>, names: readonly string[]): Record<string, Value> =>
	Object.fromEntries(Object.entries(values).filter(([name]) => wanted(names, name)))

/** A message as ReceiveMessage returns it, with the attributes that were asked for. */
export const sqsMessage = (message: ReceivedMessage, systemNames: readonly string[], names: readonly string[]) => {
	const system = pick(systemAttributes(message), systemNames)
	const attributes: MessageAttributes = pick(message.attributes, names)
	const attributesGiven = Object.keys(attributes).length > 0
	return {
		MessageId: message.messageId,
		ReceiptHandle: message.receiptHandle,
		MD5OfBody: md5OfText(message.body),
		Body: message.body,
		...(Object.keys(system).length > 0 && { Attributes: system }),
		...(attributesGiven && { MessageAttributes: attributes, MD5OfMessageAttributes: md5OfAttributes(attributes) }),
	}
}
