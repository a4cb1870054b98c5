import * as z from '../../../shared/contract/zod.ts'
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
	maxReceiveCount: z.pipe(templateNumber, z.int().check(z.minimum(1), z.maximum(1000))),
})

const queueProperties = z.strictObject({
	QueueName: z.optional(z.string()),
	VisibilityTimeout: z._default(z.pipe(templateNumber, z.int().check(z.minimum(0), z.maximum(43_200))), 30),
	MessageRetentionPeriod: z._default(
		z.pipe(templateNumber, z.int().check(z.minimum(60), z.maximum(1_209_600))),
		345_600,
	),
	DelaySeconds: z._default(z.pipe(templateNumber, z.int().check(z.minimum(0), z.maximum(900))), 0),
	RedrivePolicy: z.optional(redrivePolicy),
	FifoQueue: z.optional(
		templateBoolean.check(z.refine((fifo) => !fifo, { message: 'the local queue is a standard queue, not FIFO' })),
	),
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
