import type { Outbox } from '../../client/outbox/openOutbox.ts'
import { packetKey } from '../../codecs/hj212/parts.ts'
import { readSegment, type Segment } from '../../codecs/hj212/segment.ts'

/** Parts of one packet that leave the shelf together. */
export type Packet = { frames: string[]; ids: number[] }

export type PartsShelf = {
	/** Puts a part on the disk. Returns the packets that are complete with it, or that there is no room to wait for. */
	put(frame: string, segment: Segment, at: number): Packet[]
	/** Takes the packets of which nothing came since then. */
	takeBefore(at: number): Packet[]
}

/** A message to AWS IoT has at most 128 KB. */
const LARGEST_PACKET = 100_000
/** Packets that wait at once; the one that waits longest leaves first. */
const WAITING = 1000

type Waiting = { of: number; parts: Map<number, { id: number; frame: string }>; size: number; at: number }

/** Parts that wait for the others. They stand on the disk, and this knows which belong together, after a restart as well. */
export function partsShelf(outbox: Outbox, lane: string): PartsShelf {
	const waiting = new Map<string, Waiting>()

	const place = (id: number, frame: string, segment: Segment, at: number): void => {
		if (!segment.part) return
		const key = packetKey(segment)
		const packet = waiting.get(key) ?? { of: segment.part.of, parts: new Map(), size: 0, at }
		const before = packet.parts.get(segment.part.number)
		packet.size += frame.length - (before?.frame.length ?? 0)
		packet.at = at
		packet.parts.set(segment.part.number, { id, frame })
		waiting.delete(key)
		waiting.set(key, packet)
	}
	for (let last = 0; ; ) {
		const entries = outbox.oldest(lane, 100, last)
		for (const { id, payload, writtenAt } of entries) {
			const frame = Buffer.from(payload).toString('latin1')
			const segment = readSegment(frame.slice(6, -6))
			if ('cn' in segment) place(id, frame, segment, writtenAt)
			last = id
		}
		if (entries.length === 0) break
	}
	/** A part that is sent again, because its acknowledgement was lost, must not wait for the others again. */
	const complete = new Set<string>()
	const remember = (key: string): void => {
		complete.add(key)
		const [oldest] = complete
		if (complete.size > WAITING && oldest !== undefined) complete.delete(oldest)
	}
	const take = (key: string, { parts }: Waiting): Packet => {
		waiting.delete(key)
		const sorted = [...parts.entries()].sort(([a], [b]) => a - b).map(([, part]) => part)
		return { frames: sorted.map(({ frame }) => frame), ids: sorted.map(({ id }) => id) }
	}

	return {
		put: (frame, segment, at) => {
			const key = packetKey(segment)
			if (complete.has(key)) return []
			const packet = waiting.get(key)
			const known = packet?.parts.get(segment.part?.number ?? 0)
			const put = [{ lane, payload: Buffer.from(frame, 'latin1') }]
			const [id = 0] = outbox.write({ put, remove: known ? [known.id] : [] })
			const leaving: Packet[] = []
			if (packet && packet.size + frame.length > LARGEST_PACKET) leaving.push(take(key, packet))
			place(id, frame, segment, at)
			const grown = waiting.get(key)
			if (grown && grown.parts.size === grown.of) {
				leaving.push(take(key, grown))
				if (segment.qn !== undefined) remember(key)
			}
			for (const [oldest, one] of waiting) {
				if (waiting.size <= WAITING) break
				leaving.push(take(oldest, one))
			}
			return leaving
		},
		takeBefore: (at) => [...waiting].filter(([, packet]) => packet.at < at).map(([key, packet]) => take(key, packet)),
	}
}
