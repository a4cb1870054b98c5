/** A message as it was published, whichever way it came. */
export type PublishedMessage = {
	readonly topic: string
	readonly payload: Buffer
	readonly clientId?: string | undefined
	/** Milliseconds since 1970. */
	readonly receivedAt: number
}
