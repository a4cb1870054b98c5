import * as z from '../../../shared/contract/zod.ts'
import { parseResourceProperties, withoutEffectHere } from '../resourceProperties.ts'
import { nextRun } from './nextRun.ts'

const state = z._default(z.enum(['ENABLED', 'DISABLED']), 'ENABLED')
const target = {
	Arn: z.string().check(z.regex(/^arn:[^:]+:lambda:/, 'the local edition invokes Lambda functions only')),
	Input: z.optional(z.string()),
	DeadLetterConfig: withoutEffectHere,
	RetryPolicy: withoutEffectHere,
	RoleArn: withoutEffectHere,
}

const scheduleProperties = z
	.strictObject({
		ScheduleExpression: z.string(),
		ScheduleExpressionTimezone: z._default(z.string(), 'UTC'),
		State: state,
		Target: z.strictObject(target),
		Description: withoutEffectHere,
		// A window lets AWS spread the load; running at its beginning is within it.
		FlexibleTimeWindow: withoutEffectHere,
		GroupName: withoutEffectHere,
		KmsKeyArn: withoutEffectHere,
		Name: withoutEffectHere,
	})
	.check(
		z.superRefine(({ ScheduleExpression, ScheduleExpressionTimezone }, context) => {
			try {
				nextRun(ScheduleExpression, ScheduleExpressionTimezone, new Date(0))
			} catch (error) {
				const message = error instanceof Error ? error.message : String(error)
				context.addIssue({ code: 'custom', path: ['ScheduleExpression'], message })
			}
		}),
	)

export type ScheduleDefinition = {
	readonly expression: string
	/** IANA name. */
	readonly timezone: string
	readonly enabled: boolean
	readonly functionArn: string
	/** JSON text for the function; when absent it gets the scheduler's own event. */
	readonly input?: string
}

/**
 * What a resource `AWS::Scheduler::Schedule` of the template describes. Throws a StartError naming the resource if its
 * target is not a function, or its expression cannot be evaluated here.
 */
export const scheduleFromTemplate = (logicalId: string, properties: unknown): ScheduleDefinition => {
	const parsed = parseResourceProperties(scheduleProperties, logicalId, 'AWS::Scheduler::Schedule', properties)
	return {
		expression: parsed.ScheduleExpression,
		timezone: parsed.ScheduleExpressionTimezone,
		enabled: parsed.State === 'ENABLED',
		functionArn: parsed.Target.Arn,
		...(parsed.Target.Input !== undefined && { input: parsed.Target.Input }),
	}
}
