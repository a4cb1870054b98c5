/** What came of one invocation. A failure of the function is a value; only a fault of the runner itself rejects. */
export type InvokeResult =
	| { readonly ok: true; readonly payload: unknown }
	| { readonly ok: false; readonly errorType: string; readonly errorMessage: string; readonly timedOut: boolean }

export type Invoke = (event: unknown) => Promise<InvokeResult>

export const failed = (errorType: string, errorMessage: string): InvokeResult => ({
	ok: false,
	errorType,
	errorMessage,
	timedOut: false,
})

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: request and response, 6 MB. */
export const maxPayloadBytes = 6 * 1024 * 1024

/** The result for a response given as JSON text; Lambda refuses one that is too large. */
export const succeeded = (payload: string): InvokeResult =>
	Buffer.byteLength(payload) > maxPayloadBytes
		? failed(
				'Function.ResponseSizeTooLarge',
				`Response payload size exceeded maximum allowed payload size (${maxPayloadBytes} bytes).`,
			)
		: { ok: true, payload: JSON.parse(payload) }
