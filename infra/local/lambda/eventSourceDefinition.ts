import * as z from '../../../shared/contract/zod.ts'
import { parseResourceProperties, templateBoolean, templateNumber, withoutEffectHere } from '../resourceProperties.ts'

const eventSourceProperties = z
	.strictObject({
		EventSourceArn: z.string().check(z.regex(/^arn:[^:]+:sqs:/, 'the local edition reads from SQS queues only')),
		FunctionName: z.string(),
		BatchSize: z._default(z.pipe(templateNumber, z.int().check(z.minimum(1), z.maximum(10_000))), 10),
		MaximumBatchingWindowInSeconds: z._default(z.pipe(templateNumber, z.int().check(z.minimum(0), z.maximum(300))), 0),
		FunctionResponseTypes: z._default(z.array(z.literal('ReportBatchItemFailures')), []),
		ScalingConfig: z._default(
			z.strictObject({
				MaximumConcurrency: z.optional(z.pipe(templateNumber, z.int().check(z.minimum(2), z.maximum(1000)))),
			}),
			{},
		),
		Enabled: z._default(templateBoolean, true),
		KmsKeyArn: withoutEffectHere,
		MetricsConfig: withoutEffectHere,
		Tags: withoutEffectHere,
	})
	.check(
		z.refine(
			({ BatchSize, MaximumBatchingWindowInSeconds }) => BatchSize <= 10 || MaximumBatchingWindowInSeconds >= 1,
			{
				path: ['MaximumBatchingWindowInSeconds'],
				message: 'a batch size over 10 needs a window of at least 1 second',
			},
		),
	)

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
