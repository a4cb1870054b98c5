import { type MessageAttributes, md5OfText } from '../queue/messageAttributes.ts'
import { systemAttributes } from '../queue/sqsMessage.ts'
import type { ReceivedMessage } from '../queue/takeMessages.ts'

const eventAttributes = (attributes: MessageAttributes) =>
	Object.fromEntries(
		Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
			name,
			{
				...(StringValue !== undefined && { stringValue: StringValue }),
				...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
				stringListValues: [],
				binaryListValues: [],
				dataType: DataType,
			},
		]),
	)

/** One message as Lambda hands it to a function: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export const sqsRecord = (message: ReceivedMessage, eventSourceARN: string, awsRegion: string) => ({
	messageId: message.messageId,
	receiptHandle: message.receiptHandle,
	body: message.body,
	attributes: systemAttributes(message),
	messageAttributes: eventAttributes(message.attributes),
	md5OfBody: md5OfText(message.body),
	eventSource: 'aws:sqs',
	eventSourceARN,
	awsRegion,
})

/** The event with which Lambda hands a batch to a function. */
export const sqsEvent = (messages: readonly ReceivedMessage[], eventSourceARN: string, awsRegion: string) => ({
	Records: messages.map((message) => sqsRecord(message, eventSourceARN, awsRegion)),
})
