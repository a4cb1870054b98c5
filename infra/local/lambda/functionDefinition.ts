import * as z from '../../../shared/contract/zod.ts'
import { parseResourceProperties, templateNumber, withoutEffectHere } from '../resourceProperties.ts'

const functionProperties = z.strictObject({
	Handler: z.string().check(z.regex(/^[^.].*\.[^.]+$/, 'must be file.export')),
	Runtime: z.string().check(z.regex(/^nodejs\d+\.x$/, 'the local edition runs Node.js functions only')),
	Timeout: z._default(z.pipe(templateNumber, z.int().check(z.minimum(1), z.maximum(900))), 3),
	MemorySize: z._default(z.pipe(templateNumber, z.int().check(z.minimum(128), z.maximum(10_240))), 128),
	Environment: z.optional(
		z.strictObject({
			Variables: z.record(z.string(), z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String))),
		}),
	),
	ReservedConcurrentExecutions: z.optional(z.pipe(templateNumber, z.int().check(z.minimum(0)))),
	PackageType: z.optional(z.literal('Zip')),
	Architectures: withoutEffectHere,
	Code: withoutEffectHere,
	DeadLetterConfig: withoutEffectHere,
	Description: withoutEffectHere,
	EphemeralStorage: withoutEffectHere,
	FunctionName: withoutEffectHere,
	KmsKeyArn: withoutEffectHere,
	LoggingConfig: withoutEffectHere,
	RecursiveLoop: withoutEffectHere,
	Role: withoutEffectHere,
	RuntimeManagementConfig: withoutEffectHere,
	Tags: withoutEffectHere,
	TracingConfig: withoutEffectHere,
})

export type FunctionDefinition = {
	readonly handler: string
	readonly environment: Readonly<Record<string, string>>
	readonly timeoutSeconds: number
	readonly memorySize: number
	/** Absent when the function shares the account's concurrency. */
	readonly reservedConcurrency?: number
}

/**
 * What a resource `AWS::Lambda::Function` of the template says about running it (where its bundle lies is the asset
 * manifest's matter). Throws a StartError naming the resource if a property, such as a layer, cannot be honoured here.
 */
export const functionFromTemplate = (logicalId: string, properties: unknown): FunctionDefinition => {
	const parsed = parseResourceProperties(functionProperties, logicalId, 'AWS::Lambda::Function', properties)
	const reserved = parsed.ReservedConcurrentExecutions
	return {
		handler: parsed.Handler,
		environment: parsed.Environment?.Variables ?? {},
		timeoutSeconds: parsed.Timeout,
		memorySize: parsed.MemorySize,
		...(reserved !== undefined && { reservedConcurrency: reserved }),
	}
}
