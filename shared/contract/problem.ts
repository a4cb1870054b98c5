import * as z from './zod.ts'

/** RFC 9457 problem details, with what helps the caller on: each wrong field, what is possible, how things are now. */
export const Problem = z.object({
	type: z.string(),
	title: z.string(),
	status: z.int(),
	detail: z.optional(z.string()),
	/** What could be done instead. */
	possible: z.optional(z.readonly(z.array(z.string()))),
	/** How it is now, and its version. */
	version: z.optional(z.int()),
	current: z.optional(z.unknown()),
	/** Seconds until it may work again; also sent as the header Retry-After. */
	retryAfter: z.optional(z.int()),
	errors: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
})
export type Problem = z.infer<typeof Problem>
