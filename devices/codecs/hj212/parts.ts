import type { Segment } from './segment.ts'

/** A packet put together from its parts, as far as they are there; `missing` are the numbers of those that are not. */
export type Whole = { segment: Segment; missing: number[] }

/** The parts of one packet have this in common. */
export const packetKey = ({ mn, qn, cn, part }: Segment): string => [mn, qn ?? '', cn, part?.of ?? 1].join(' ')

/**
 * Puts packets that came in parts together, in the order of their numbers, however they came. Parts that came twice
 * count once. Segments that are no parts stay as they are.
 */
export function joinParts(segments: readonly Segment[]): Whole[] {
	const wholes: Whole[] = []
	const packets = new Map<string, Map<number, Segment>>()
	for (const segment of segments) {
		if (!segment.part) {
			wholes.push({ segment, missing: [] })
			continue
		}
		const packet = packets.get(packetKey(segment)) ?? new Map<number, Segment>()
		packets.set(packetKey(segment), packet)
		if (!packet.has(segment.part.number)) packet.set(segment.part.number, segment)
	}
	for (const packet of packets.values()) wholes.push(joined(packet))
	return wholes
}

function joined(packet: ReadonlyMap<number, Segment>): Whole {
	const parts = [...packet.entries()].sort(([a], [b]) => a - b)
	const [[, first] = [0, undefined]] = parts
	if (!first?.part) throw new Error('a packet in parts has one')
	const { of } = first.part
	const runs: Run[] = []
	for (const [number, { data }] of parts) {
		const last = runs.at(-1)
		if (last?.until !== number) runs.push({ from: number, until: number + 1, ...started(data) })
		else {
			glue(last, data)
			last.until = number + 1
		}
	}
	const missing: number[] = []
	for (const [i, { until }] of [{ until: 1 }, ...runs].entries()) {
		const next = runs[i]?.from ?? of + 1
		for (let lost = until; lost < next && missing.length < NAMED; lost += 1) missing.push(lost)
	}
	const { qn, ...segment } = first
	if (missing.length === 0) return { segment: { ...first, data: runs[0]?.pieces.join('') ?? '' }, missing }
	// Where the time of data may be lost, the request's says nothing of it.
	return { segment: { ...segment, data: runs.map((run) => certain(run, of)).join(';') }, missing }
}

/** Of a run of parts beside a gap, what means the same without what is lost: a group may go on there, or a new time of data begin. */
function certain({ from, until, pieces }: Run, of: number): string {
	const data = pieces.join('')
	const start = from === 1 ? 0 : data.search(/(^|;)DataTime=/i)
	if (start < 0) return ''
	const end = until > of ? data.length : data.lastIndexOf(';')
	return data.slice(start, Math.max(start, end))
}

/** Of so many that are missing the numbers are told: a part may claim to be one of 99,999. */
const NAMED = 10

/** Parts that follow one another, from a number on and until before another. */
type Run = Glued & { from: number; until: number }
type Glued = {
	pieces: string[]
	/** Whether the field that stands last has its name and `=`. */
	isNamed: boolean
}

const started = (data: string): Glued => ({ pieces: [data], isNamed: isLastNamed(data, false) })

/** Between groups the separator may have been lost to the cut; within a group the cut is to be undone. */
function glue(run: Glued, piece: string): void {
	const cut = piece.search(/[;,]/)
	const first = cut < 0 ? piece : piece.slice(0, cut)
	if (run.isNamed && first.includes('=')) run.pieces.push(';')
	run.pieces.push(piece)
	run.isNamed = isLastNamed(piece, run.isNamed)
}

function isLastNamed(piece: string, wasNamed: boolean): boolean {
	const separator = Math.max(piece.lastIndexOf(';'), piece.lastIndexOf(','))
	return piece.includes('=', separator + 1) || (separator < 0 && wasNamed)
}
