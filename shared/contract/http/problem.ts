import * as z from '../zod.ts'

/**
 * RFC 9457 problem details, with what helps the caller on: each wrong field, what is possible, how things are now. The
 * standard's own members are English; `zh` beside them says the same in Chinese (RFC 9457, 3.2: extension members).
 */
export const Problem = z.object({
	type: z.string(),
	title: z.string(),
	status: z.int(),
	detail: z.optional(z.string()),
	/** Title and detail in Chinese. */
	zh: z.object({ title: z.string(), detail: z.optional(z.string()) }),
	/** What could be done instead. */
	possible: z.optional(z.readonly(z.array(z.string()))),
	/** How it is now, and its version. */
	version: z.optional(z.int()),
	current: z.optional(z.unknown()),
	/** Seconds until it may work again; also sent as the header Retry-After. */
	retryAfter: z.optional(z.int()),
	/** Each wrong field, what was expected and what came; `zh` is the message in Chinese. */
	errors: z.optional(z.array(z.object({ field: z.string(), message: z.string(), zh: z.string() }))),
})
export type Problem = z.infer<typeof Problem>
export type FieldError = NonNullable<Problem['errors']>[number]
