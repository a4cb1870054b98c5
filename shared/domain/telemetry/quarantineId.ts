/** A refused delivery: when the broker took the message, and the queue's id of the delivery. */
export type QuarantineKey = { receivedAt: number; id: string }

/** The id people and tools use, plain enough for an address: `1764000000000-<message id>`. */
export const quarantineId = ({ receivedAt, id }: QuarantineKey): string => `${receivedAt}-${id}`

/** Undefined for a text that is no such id. */
export function parseQuarantineId(text: string): QuarantineKey | undefined {
	const [, receivedAt, id] = /^(\d{1,16})-([\w-]{1,100})$/.exec(text) ?? []
	if (id === undefined || Number(receivedAt) > LAST_INSTANT) return undefined
	return { receivedAt: Number(receivedAt), id }
}

/** The last instant that a date can have (ECMA-262). */
const LAST_INSTANT = 8_640_000_000_000_000
