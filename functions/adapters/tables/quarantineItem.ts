import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { Fault } from '../../../shared/contract/telemetry/reading.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { QuarantineKey } from '../../../shared/domain/telemetry/quarantineId.ts'
import type { Quarantined, QuarantineEntry, QuarantineHead, Replayed } from '../../../shared/ports/quarantine.ts'

export type Item = Record<string, AttributeValue>

/** The partition of the telemetry table that no device can have: an id never begins with "#". */
export const PARTITION = '#quarantine'
/** Leaves room for the reasons in an item of at most 400 KB. */
const LARGEST_KEPT = 350 * 1024
const MOST_FAULTS = 50

const text = z.pipe(
	z.object({ S: z.string() }),
	z.transform(({ S }) => S),
)
const count = z.pipe(
	z.object({ N: z.string() }),
	z.transform(({ N }) => Number(N)),
)
const Head = z.object({
	hour: text,
	topic: text,
	thing: text,
	faults: z.pipe(
		text,
		z.transform((json) => z.array(Fault).parse(JSON.parse(json))),
	),
	payloadBytes: count,
	expires: count,
	replayOf: z.optional(text),
	replayed: z.optional(
		z.pipe(
			text,
			z.transform((json) =>
				z.object({ at: z.number(), by: z.object({ id: z.string(), name: z.string() }) }).parse(JSON.parse(json)),
			),
		),
	),
})
const Payload = z.object({
	payload: z.pipe(
		z.object({ B: z.instanceof(Uint8Array) }),
		z.transform(({ B }) => B),
	),
})

/** The attributes of a head, for a projection. */
export const headAttributes = Object.keys(Head.shape)

/** Sorted by time of arrival; the message id tells apart what came at once. */
export const keyOf = ({ receivedAt, id }: QuarantineKey): Item => ({
	device: { S: PARTITION },
	hour: { S: `${new Date(receivedAt).toISOString()}#${id}` },
})

export const toItem = ({ topic, thing, faults, payload, expires, replayOf, ...key }: Quarantined): Item => ({
	...keyOf(key),
	topic: { S: topic },
	thing: { S: thing },
	faults: { S: JSON.stringify(faults.slice(0, MOST_FAULTS)) },
	payload: { B: payload.subarray(0, LARGEST_KEPT) },
	payloadBytes: { N: String(payload.length) },
	expires: { N: String(expires) },
	...(replayOf === undefined ? {} : { replayOf: { S: replayOf } }),
})

export const replayedAttribute = (replayed: Replayed): AttributeValue => ({ S: JSON.stringify(replayed) })

/** @throws when the item is not one that `toItem` made */
export function toHead(item: Item): QuarantineHead {
	const { hour, replayOf, replayed, ...rest } = Head.parse(item)
	return {
		...rest,
		...toKey(hour),
		...(replayOf === undefined ? {} : { replayOf }),
		...(replayed === undefined ? {} : { replayed }),
	}
}

/** @throws when the item is not one that `toItem` made */
export const toEntry = (item: Item): QuarantineEntry => ({ ...toHead(item), ...Payload.parse(item) })

/** The entry's key from its sort key. */
export function toKey(hour: string): QuarantineKey {
	const mark = hour.indexOf('#')
	return { receivedAt: Date.parse(hour.slice(0, mark)), id: hour.slice(mark + 1) }
}
