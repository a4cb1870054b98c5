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
	expires: number
}

export type Quarantine = {
	keep(message: Quarantined): Promise<void>
}
