import * as z from 'zod'
import { parseResourceProperties, templateBoolean, templateNumber, withoutEffectHere } from '../resourceProperties.ts'

/** One standard queue. Times are seconds, as in SQS. */
export type QueueDefinition = {
	readonly name: string
	readonly arn: string
	/** How long a received message stays hidden, 0-43,200. */
	readonly visibilityTimeout: number
	/** How long a message is kept after it was sent, 60-1,209,600. */
	readonly retentionSeconds: number
	/** How long a new message stays hidden, 0-900. */
	readonly delaySeconds: number
	/** After `maxReceiveCount` receives without a delete, the next receive moves the message there. */
	readonly redrive?: { readonly deadLetterQueueName: string; readonly maxReceiveCount: number }
}

const redrivePolicy = z.strictObject({
	deadLetterTargetArn: z.string(),
	maxReceiveCount: templateNumber.pipe(z.int().min(1).max(1000)),
})

const queueProperties = z.strictObject({
	QueueName: z.string().optional(),
	VisibilityTimeout: templateNumber.pipe(z.int().min(0).max(43_200)).default(30),
	MessageRetentionPeriod: templateNumber.pipe(z.int().min(60).max(1_209_600)).default(345_600),
	DelaySeconds: templateNumber.pipe(z.int().min(0).max(900)).default(0),
	RedrivePolicy: redrivePolicy.optional(),
	FifoQueue: templateBoolean
		.refine((fifo) => !fifo, { message: 'the local queue is a standard queue, not FIFO' })
		.optional(),
	MaximumMessageSize: withoutEffectHere,
	ReceiveMessageWaitTimeSeconds: withoutEffectHere,
	RedriveAllowPolicy: withoutEffectHere,
	KmsMasterKeyId: withoutEffectHere,
	KmsDataKeyReusePeriodSeconds: withoutEffectHere,
	SqsManagedSseEnabled: withoutEffectHere,
	Tags: withoutEffectHere,
})

/**
 * The queue that a resource `AWS::SQS::Queue` of the template describes; `name` and `arn` are those the resolver gave
 * it. Throws a StartError naming the resource if a property cannot be honoured here.
 */
export const queueFromTemplate = (
	logicalId: string,
	properties: unknown,
	identity: { name: string; arn: string },
): QueueDefinition => {
	const parsed = parseResourceProperties(queueProperties, logicalId, 'AWS::SQS::Queue', properties)
	const redrive = parsed.RedrivePolicy
	return {
		...identity,
		visibilityTimeout: parsed.VisibilityTimeout,
		retentionSeconds: parsed.MessageRetentionPeriod,
		delaySeconds: parsed.DelaySeconds,
		...(redrive && {
			redrive: {
				deadLetterQueueName: redrive.deadLetterTargetArn.slice(redrive.deadLetterTargetArn.lastIndexOf(':') + 1),
				maxReceiveCount: redrive.maxReceiveCount,
			},
		}),
	}
}
