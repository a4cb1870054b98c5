import type { Fault } from '../contract/telemetry/reading.ts'
import type { QuarantineKey } from '../domain/telemetry/quarantineId.ts'

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
	/** The entry whose replay was refused again. */
	replayOf?: string
}

/** Who put a message back on the queue, and when (milliseconds since 1970). */
export type Replayed = { at: number; by: { id: string; name: string } }

/** A refused message as it is kept. */
export type QuarantineEntry = Quarantined & {
	/** How long the payload was; more than `payload` has when only its beginning could be kept. */
	payloadBytes: number
	/** The last replay, where there was one. */
	replayed?: Replayed
}

/** An entry without its payload. */
export type QuarantineHead = Omit<QuarantineEntry, 'payload'>

/** `next` is where the page after this one begins. */
export type QuarantinePage<Entry> = { entries: Entry[]; next?: QuarantineKey }

export type Quarantine = {
	keep(message: Quarantined): Promise<void>
}

/** Refused messages, for people who look at them. What has expired is never shown; `before` is the `next` of a page. */
export type QuarantineDesk = {
	/** The newest first. */
	list(limit: number, before: QuarantineKey | undefined, now: number): Promise<QuarantinePage<QuarantineEntry>>
	/** As many as one read yields, the newest first, without their payloads. */
	heads(before: QuarantineKey | undefined, now: number): Promise<QuarantinePage<QuarantineHead>>
	get(key: QuarantineKey, now: number): Promise<QuarantineEntry | undefined>
	/** Notes a replay; an entry that has gone meanwhile stays gone. */
	markReplayed(key: QuarantineKey, replayed: Replayed): Promise<void>
}
