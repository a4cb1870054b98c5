import type { Fault } from '../contract/reading.ts'

/** One message that was refused, whole or in part. */
export type Quarantined = {
	/** The queue's message id: the same delivery is kept once. */
	id: string
	receivedAt: number
	topic: string
	thing: string
	faults: readonly Fault[]
	/** The bytes as they came. */
	payload: Uint8Array
	/** Seconds since 1970 at which it may go. */
	expires: number
}

export type QuarantinePage = { entries: Quarantined[]; next?: string }

export type Quarantine = {
	keep(message: Quarantined): Promise<void>
	/** The newest first; `before` is the `next` of the page before. */
	list(limit: number, before: string | undefined, now: number): Promise<QuarantinePage>
}
