import * as z from 'zod'

/**
 * The environment of a Lambda, read once at its cold start.
 * @throws naming every variable that is missing or wrong
 */
export function environment<T extends z.ZodRawShape>(shape: T): z.infer<z.ZodObject<T>> {
	const parsed = z.object(shape).safeParse(process.env)
	if (parsed.success) return parsed.data
	const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
	throw new Error(`environment of the function: ${wrong.join('; ')}`)
}

/** A number of days as a variable, in milliseconds. */
export const days = z.coerce
	.number()
	.positive()
	.transform((n) => n * 86_400_000)

/** A JSON text as a variable, of the form of a schema. */
export const json = <T extends z.ZodType>(schema: T) =>
	z
		.string()
		.transform((text, context): unknown => {
			try {
				return JSON.parse(text)
			} catch {
				context.addIssue({ code: 'custom', message: 'is no JSON' })
				return z.NEVER
			}
		})
		.pipe(schema)
