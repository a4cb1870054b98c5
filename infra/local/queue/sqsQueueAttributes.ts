import type { QueueDefinition } from './queueDefinition.ts'
import type { QueueCounts } from './queueService.ts'
import { SqsError } from './sqsError.ts'
import { maxMessageBytes } from './sqsRequest.ts'

const all = (
	queue: QueueDefinition,
	counts: QueueCounts,
	sources: readonly QueueDefinition[],
): Record<string, string> => {
	const deadLetterQueue = sources.find(({ name }) => name === queue.redrive?.deadLetterQueueName)
	return {
		QueueArn: queue.arn,
		ApproximateNumberOfMessages: String(counts.visible),
		ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
		ApproximateNumberOfMessagesDelayed: String(counts.delayed),
		VisibilityTimeout: String(queue.visibilityTimeout),
		MessageRetentionPeriod: String(queue.retentionSeconds),
		DelaySeconds: String(queue.delaySeconds),
		MaximumMessageSize: String(maxMessageBytes),
		ReceiveMessageWaitTimeSeconds: '0',
		...(queue.redrive &&
			deadLetterQueue && {
				RedrivePolicy: JSON.stringify({
					deadLetterTargetArn: deadLetterQueue.arn,
					maxReceiveCount: queue.redrive.maxReceiveCount,
				}),
			}),
	}
}

/** Attributes of a queue that SQS knows and that have no value here: asked for by name, they are simply absent. */
const valueless = new Set([
	'Policy',
	'RedrivePolicy',
	'RedriveAllowPolicy',
	'CreatedTimestamp',
	'LastModifiedTimestamp',
	'KmsMasterKeyId',
	'KmsDataKeyReusePeriodSeconds',
	'SqsManagedSseEnabled',
])

/** The attributes asked for by name, or by `All`; throws InvalidAttributeName for one that SQS does not know. */
export const queueAttributes = (
	queue: QueueDefinition,
	counts: QueueCounts,
	names: readonly string[],
	queues: readonly QueueDefinition[],
): Record<string, string> => {
	const attributes = all(queue, counts, queues)
	if (names.includes('All')) return attributes
	const unknown = names.find((name) => !(name in attributes) && !valueless.has(name))
	if (unknown !== undefined) throw new SqsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`)
	return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)))
}
