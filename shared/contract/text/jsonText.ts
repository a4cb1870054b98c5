import * as z from '../zod.ts'

/** A text that is JSON of the form of a schema. */
export const jsonText = <T extends z.ZodMiniType>(schema: T) =>
	z.pipe(
		z.pipe(
			z.string(),
			z.transform((text, context): unknown => {
				try {
					return JSON.parse(text)
				} catch {
					context.issues.push({ code: 'custom', message: 'is no JSON', zh: '不是 JSON', input: text })
					return z.NEVER
				}
			}),
		),
		schema,
	)
