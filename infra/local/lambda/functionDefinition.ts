import * as z from 'zod'
import { parseResourceProperties, templateNumber, withoutEffectHere } from '../resourceProperties.ts'

const functionProperties = z.strictObject({
	Handler: z.string().regex(/^[^.].*\.[^.]+$/, 'must be file.export'),
	Runtime: z.string().regex(/^nodejs\d+\.x$/, 'the local edition runs Node.js functions only'),
	Timeout: templateNumber.pipe(z.int().min(1).max(900)).default(3),
	MemorySize: templateNumber.pipe(z.int().min(128).max(10_240)).default(128),
	Environment: z
		.strictObject({ Variables: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)) })
		.optional(),
	ReservedConcurrentExecutions: templateNumber.pipe(z.int().min(0)).optional(),
	PackageType: z.literal('Zip').optional(),
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
