import * as z from 'zod'

/** RFC 9457 problem details, with what helps the caller on: each wrong field, what is possible, how things are now. */
export const Problem = z.object({
	type: z.string(),
	title: z.string(),
	status: z.int(),
	detail: z.string().optional(),
	/** What could be done instead. */
	possible: z.array(z.string()).readonly().optional(),
	/** How it is now, and its version. */
	version: z.int().optional(),
	current: z.unknown().optional(),
	/** Seconds until it may work again; also sent as the header Retry-After. */
	retryAfter: z.int().optional(),
	errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>
