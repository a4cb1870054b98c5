import * as z from '../../shared/contract/zod.ts'
import { StartError } from './startError.ts'

/**
 * Parses the resolved properties of one resource of the template. Schemas are strict: a property that its local
 * counterpart does not know could change what the resource does, so it stops the start instead of being ignored.
 * Throws a StartError that names the resource, the property and what is wrong with it.
 */
export const parseResourceProperties = <Schema extends z.ZodMiniType>(
	schema: Schema,
	logicalId: string,
	type: string,
	properties: unknown,
): z.output<Schema> => {
	const parsed = schema.safeParse(properties ?? {})
	if (parsed.success) return parsed.data
	const problems = parsed.error.issues.map((issue) => {
		const path = issue.path.join('.')
		return path === '' ? issue.message : `${path}: ${issue.message}`
	})
	throw new StartError({
		message: `The local edition cannot run ${type} ${logicalId}: ${problems.join('; ')}`,
		remedy: `Change the resource ${logicalId} in the stack, or teach its local counterpart in infra/local the property.`,
	})
}

/** CloudFormation accepts a number also as text, as a resolved parameter is. */
export const templateNumber = z.union([z.number(), z.pipe(z.string().check(z.regex(/^-?\d+$/)), z.transform(Number))])

/** CloudFormation accepts a boolean also as text. */
export const templateBoolean = z.union([
	z.boolean(),
	z.pipe(
		z.enum(['true', 'false']),
		z.transform((text) => text === 'true'),
	),
])

/** A property that changes nothing about how a resource runs on one machine: tags, roles, encryption, backups. */
export const withoutEffectHere = z.optional(z.unknown())
