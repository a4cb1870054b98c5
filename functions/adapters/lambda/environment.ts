import * as z from '../../../shared/contract/zod.ts'

/**
 * The environment of a Lambda, read once at its cold start.
 * @throws naming every variable that is missing or wrong
 */
export function environment<T extends z.core.$ZodShape>(shape: T): z.infer<z.ZodMiniObject<T>> {
	// It is read once: compiling a checker for it, as zod does, takes longer than checking.
	const parsed = z.object(shape).safeParse(process.env, { jitless: true })
	if (parsed.success) return parsed.data
	const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
	throw new Error(`environment of the function: ${wrong.join('; ')}`)
}

/** A number of days as a variable, in milliseconds. */
export const days = z.pipe(
	z.coerce.number().check(z.positive()),
	z.transform((n) => n * 86_400_000),
)
