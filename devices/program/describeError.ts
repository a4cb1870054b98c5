/** An error with its causes, on one line. */
export const describeError = (error: unknown): string => {
	if (!(error instanceof Error)) return String(error)
	return error.cause === undefined ? error.message : `${error.message}: ${describeError(error.cause)}`
}
