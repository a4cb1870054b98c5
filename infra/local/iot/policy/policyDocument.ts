import * as z from '../../../../shared/contract/zod.ts'
import { StartError } from '../../startError.ts'

/** The IoT policy actions that the local broker asks about. */
export const iotActions = ['iot:Connect', 'iot:Publish', 'iot:RetainPublish', 'iot:Subscribe', 'iot:Receive'] as const
export type IotAction = (typeof iotActions)[number]

const oneOrMore = <T extends z.ZodMiniType>(item: T) =>
	z.pipe(
		z.union([item, z.array(item).check(z.minLength(1))]),
		z.transform((value): z.output<T>[] => (Array.isArray(value) ? value : [value])),
	)

const resource = z
	.string()
	.check(
		z.regex(/^(\*|arn:[^:]+:iot:[^:]*:[^:]*:.+)$/s, 'is neither "*" nor an ARN of AWS IoT (arn:<partition>:iot:…)'),
	)

const conditionValue = z.union([
	z.string(),
	z.pipe(z.boolean(), z.transform(String)),
	z.pipe(z.number(), z.transform(String)),
])

// Strict: an element that is not evaluated here (NotAction, NotResource, Principal …) must not be passed over.
const statement = z.strictObject({
	Sid: z.optional(z.string()),
	Effect: z.enum(['Allow', 'Deny']),
	Action: oneOrMore(z.enum([...iotActions, 'iot:*'])),
	Resource: oneOrMore(resource),
	Condition: z._default(z.record(z.string(), z.record(z.string(), oneOrMore(conditionValue))), {}),
})
export type PolicyStatement = z.output<typeof statement>

// Policy variables exist only in this version; in the older one "${…}" would be plain text.
const policyDocument = z.strictObject({
	Version: z.literal('2012-10-17'),
	Id: z.optional(z.string()),
	Statement: oneOrMore(statement),
})

/** Says which policy cannot be evaluated here, and why. */
export const policyError = (name: string, problem: string): StartError =>
	new StartError({
		message: `IoT policy "${name}" cannot be evaluated: ${problem}`,
		remedy:
			'Write the policy with what infra/local/iot/policy evaluates, or teach the evaluator this element; it is never passed over, because that could allow what AWS refuses.',
	})

/** @throws StartError naming the policy when the document has an element that is not evaluated here. */
export const readPolicyDocument = (name: string, document: unknown): PolicyStatement[] => {
	const read = policyDocument.safeParse(document)
	if (!read.success) throw policyError(name, z.prettifyError(read.error).replaceAll('\n', ' '))
	return read.data.Statement
}
