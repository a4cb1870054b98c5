import * as z from '../../../shared/contract/zod.ts'

/** What the runner sends to a function's process. Payloads stay JSON text: it is the text that crosses on AWS as well. */
export type Invocation = {
	readonly requestId: string
	readonly event: string
	/** Milliseconds since 1970 at which the invocation times out. */
	readonly deadline: number
}

/** What a function's process answers: once `ready` or `initError`, then one answer for each invocation. */
export const processMessage = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('ready') }),
	z.object({ kind: z.literal('initError'), errorType: z.string(), errorMessage: z.string() }),
	z.object({ kind: z.literal('result'), requestId: z.string(), payload: z.string() }),
	z.object({ kind: z.literal('error'), requestId: z.string(), errorType: z.string(), errorMessage: z.string() }),
])
export type ProcessMessage = z.infer<typeof processMessage>

/** The environment variable in which a process finds its function's ARN; Lambda keeps it elsewhere. */
export const functionArnVariable = '_LOCAL_FUNCTION_ARN'
