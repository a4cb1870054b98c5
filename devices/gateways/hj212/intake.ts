import type { Outbox } from '../../client/outbox/openOutbox.ts'
import { chinaTime } from '../../codecs/hj212/chinaTime.ts'
import { readDataArea } from '../../codecs/hj212/dataArea.ts'
import { joinParts } from '../../codecs/hj212/parts.ts'
import { writeFrame } from '../../codecs/hj212/scanner.ts'
import { readSegment, type Segment, withoutPassword } from '../../codecs/hj212/segment.ts'
import { partsShelf } from './partsShelf.ts'
import { realTimeSpan } from './realTimeSpan.ts'

/** Lanes of the outbox: what is to be sent, and parts that wait for the others of their packet. */
export const READY = 'ready'
export const PARTS = 'parts'

export type Intake = {
	/**
	 * Takes a segment that may be taken. On return it is on the disk, where it brings data.
	 * @throws what the outbox throws; then it must not be acknowledged
	 */
	take(text: string, segment: Segment): void
	/** Lets go of packets whose missing parts were waited for long enough. */
	sweep(): void
}

/** What is passed on to the service: data in real time, state of equipment, means of minutes, hours and days. */
const passedOn: ReadonlySet<string> = new Set(['2011', '2021', '2031', '2051', '2061'])

/**
 * Puts what stations say on the disk, frame by frame as it came but for the password. Parts of a packet wait there for each
 * other and go as one message.
 */
export function openIntake(
	outbox: Outbox,
	{ partsMs, ready, now = Date.now }: { partsMs: number; ready: () => void; now?: () => number },
): Intake {
	const span = realTimeSpan()
	const shelf = partsShelf(outbox, PARTS)

	/** Parts on the disk, or one frame that is not; they become a message, or nothing where nothing is new. */
	const release = (frames: readonly string[], remove: readonly number[]): void => {
		const put =
			frames.length > 0 && !isKnown(frames) ? [{ lane: READY, payload: Buffer.from(frames.join(''), 'latin1') }] : []
		outbox.write({ put, remove })
		if (put.length > 0) ready()
	}
	const isKnown = (frames: readonly string[]): boolean => {
		const segments = frames.map((frame) => readSegment(frame.slice(6, -6))).filter((read) => 'cn' in read)
		return joinParts(segments).every(({ segment }) => {
			const { mn, cn } = segment
			const times = timesOf(segment)
			if (cn === '2011') for (const at of times) span.note(mn, at)
			return times.length > 0 && times.every((at) => span.covers(mn, cn, at))
		})
	}

	return {
		take: (text, segment) => {
			if (!passedOn.has(segment.cn)) return
			const frame = writeFrame(withoutPassword(text))
			if (!segment.part) return release([frame], [])
			for (const packet of shelf.put(frame, segment, now())) release(packet.frames, packet.ids)
		},
		sweep: () => {
			for (const packet of shelf.takeBefore(now() - partsMs)) release(packet.frames, packet.ids)
		},
	}
}

function timesOf({ data }: Segment): number[] {
	const times = readDataArea(data).groups.map(({ dataTime }) => chinaTime(dataTime ?? ''))
	return [...new Set(times.filter((at) => at !== undefined))]
}
