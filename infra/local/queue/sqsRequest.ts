import * as z from '../../../shared/contract/zod.ts'
import { messageAttributes, messageSize } from './messageAttributes.ts'
import { SqsError } from './sqsError.ts'

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
export const maxMessageBytes = 1_048_576

const visibility = z.int().check(z.minimum(0), z.maximum(43_200))
const queueUrl = { QueueUrl: z.string() }
const outgoing = {
	MessageBody: z.string().check(z.minLength(1, 'must not be empty')),
	DelaySeconds: z.optional(z.int().check(z.minimum(0), z.maximum(900))),
	MessageAttributes: z.pipe(
		z.nullish(messageAttributes),
		z.transform((attributes) => attributes ?? {}),
	),
}
const entryId = z.string().check(z.regex(/^[\w-]{1,80}$/))
const entries = <Shape extends z.core.$ZodShape>(shape: Shape) =>
	z.object({ ...queueUrl, Entries: z.array(z.object({ Id: entryId, ...shape })) })
const names = z.pipe(
	z.nullish(z.array(z.string())),
	z.transform((list) => list ?? []),
)

/** The requests that the local queue answers, as the API reference words them; unknown members are ignored, as there. */
export const sqsRequests = {
	ListQueues: z.object({ QueueNamePrefix: z.optional(z.string()) }),
	GetQueueUrl: z.object({ QueueName: z.string() }),
	GetQueueAttributes: z.object({ ...queueUrl, AttributeNames: names }),
	SendMessage: z.object({ ...queueUrl, ...outgoing }),
	SendMessageBatch: entries(outgoing),
	ReceiveMessage: z.object({
		...queueUrl,
		MaxNumberOfMessages: z._default(z.int().check(z.minimum(1), z.maximum(10)), 1),
		VisibilityTimeout: z.optional(visibility),
		WaitTimeSeconds: z._default(z.int().check(z.minimum(0), z.maximum(20)), 0),
		AttributeNames: names,
		MessageSystemAttributeNames: names,
		MessageAttributeNames: names,
	}),
	DeleteMessage: z.object({ ...queueUrl, ReceiptHandle: z.string() }),
	DeleteMessageBatch: entries({ ReceiptHandle: z.string() }),
	ChangeMessageVisibility: z.object({ ...queueUrl, ReceiptHandle: z.string(), VisibilityTimeout: visibility }),
	ChangeMessageVisibilityBatch: entries({ ReceiptHandle: z.string(), VisibilityTimeout: visibility }),
	PurgeQueue: z.object(queueUrl),
	ListDeadLetterSourceQueues: z.object(queueUrl),
} as const

export type SqsOperation = keyof typeof sqsRequests
export type SqsRequest<Operation extends SqsOperation> = z.output<(typeof sqsRequests)[Operation]>

export const isSqsOperation = (name: string): name is SqsOperation => Object.hasOwn(sqsRequests, name)

/** Characters that SQS allows: those of XML 1.0. Others would not survive its older protocols. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the rule of the API is about control characters
const allowedText = /^[\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u

/** Throws the API's error when a message breaks a limit of SQS that AWS would refuse as well. */
export const checkMessage = (body: string, attributes: z.infer<typeof messageAttributes>): void => {
	if (!allowedText.test(body))
		throw new SqsError('InvalidMessageContents', 'The message contains characters outside the allowed set.')
	if (Object.keys(attributes).length > 10)
		throw new SqsError('InvalidParameterValueException', 'A message has at most 10 attributes.')
	if (messageSize(body, attributes) > maxMessageBytes)
		throw new SqsError(
			'InvalidParameterValueException',
			`One or more parameters are invalid. Reason: Message must be shorter than ${maxMessageBytes} bytes.`,
		)
}

/** Throws the API's error for a batch that is empty, too long or has an id twice. */
export const checkBatch = (batch: readonly { Id: string }[]): void => {
	if (batch.length === 0) throw new SqsError('EmptyBatchRequest', 'There should be at least one entry in the request.')
	if (batch.length > 10)
		throw new SqsError(
			'TooManyEntriesInBatchRequest',
			`Maximum number of entries per request are 10. You have sent ${batch.length}.`,
		)
	if (new Set(batch.map(({ Id }) => Id)).size !== batch.length)
		throw new SqsError('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.')
}
