import * as z from 'zod'
import { parseResourceProperties, templateBoolean, templateNumber, withoutEffectHere } from '../resourceProperties.ts'

const eventSourceProperties = z
	.strictObject({
		EventSourceArn: z.string().regex(/^arn:[^:]+:sqs:/, 'the local edition reads from SQS queues only'),
		FunctionName: z.string(),
		BatchSize: templateNumber.pipe(z.int().min(1).max(10_000)).default(10),
		MaximumBatchingWindowInSeconds: templateNumber.pipe(z.int().min(0).max(300)).default(0),
		FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
		ScalingConfig: z
			.strictObject({ MaximumConcurrency: templateNumber.pipe(z.int().min(2).max(1000)).optional() })
			.default({}),
		Enabled: templateBoolean.default(true),
		KmsKeyArn: withoutEffectHere,
		MetricsConfig: withoutEffectHere,
		Tags: withoutEffectHere,
	})
	// The rule of CreateEventSourceMapping: a larger batch needs a window to gather it.
	.refine(({ BatchSize, MaximumBatchingWindowInSeconds }) => BatchSize <= 10 || MaximumBatchingWindowInSeconds >= 1, {
		path: ['MaximumBatchingWindowInSeconds'],
		message: 'a batch size over 10 needs a window of at least 1 second',
	})

export type FunctionResponseType = 'ReportBatchItemFailures'

export type EventSourceDefinition = {
	readonly queueArn: string
	/** Name or ARN, as the template says it. */
	readonly functionName: string
	readonly batchSize: number
	readonly maximumBatchingWindowInSeconds: number
	readonly functionResponseTypes: readonly FunctionResponseType[]
	readonly maximumConcurrency?: number
	readonly enabled: boolean
}

/**
 * What a resource `AWS::Lambda::EventSourceMapping` of the template describes. Throws a StartError naming the resource
 * if it reads from something else than SQS, or filters, or breaks a rule that AWS would refuse it for.
 */
export const eventSourceFromTemplate = (logicalId: string, properties: unknown): EventSourceDefinition => {
	const type = 'AWS::Lambda::EventSourceMapping'
	const parsed = parseResourceProperties(eventSourceProperties, logicalId, type, properties)
	const concurrency = parsed.ScalingConfig.MaximumConcurrency
	return {
		queueArn: parsed.EventSourceArn,
		functionName: parsed.FunctionName,
		batchSize: parsed.BatchSize,
		maximumBatchingWindowInSeconds: parsed.MaximumBatchingWindowInSeconds,
		functionResponseTypes: parsed.FunctionResponseTypes,
		...(concurrency !== undefined && { maximumConcurrency: concurrency }),
		enabled: parsed.Enabled,
	}
}
