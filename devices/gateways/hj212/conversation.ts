import { frameScanner } from '../../codecs/hj212/scanner.ts'
import { readSegment } from '../../codecs/hj212/segment.ts'
import { acknowledgement } from './acknowledge.ts'
import type { Doorkeeper, Refusal } from './doorkeeper.ts'
import type { Intake } from './intake.ts'

/** What came of bytes that a station sent. */
export type Said = {
	/** Acknowledgements, in order. */
	answers: string[]
	/** The connection is to be closed, and why. */
	close?: Refusal | 'garbage' | 'cannot-keep'
	/** Frames that were broken; a station sends them again, as they are not acknowledged. */
	broken: number
}

export type Conversation = {
	/** The station that spoke, once one was let in. */
	readonly station: string | undefined
	hear(bytes: Uint8Array): Said
}

/** Broken frames in a row after which nobody believes that a station speaks. */
const BROKEN_IN_A_ROW = 20

/**
 * One connection: frames are taken in order, each acknowledged only when it is kept. What must be refused, or cannot be
 * kept, closes the connection, and what follows it is not looked at.
 * @param failed told why something could not be kept
 */
export function conversation(
	from: string,
	{ door, intake, failed }: { door: Doorkeeper; intake: Pick<Intake, 'take'>; failed: (cause: unknown) => void },
): Conversation {
	const scanner = frameScanner()
	let station: string | undefined
	let brokenInARow = 0
	let isOver = false

	const take = (text: string, said: Said): void => {
		const segment = readSegment(text)
		if (!('cn' in segment)) {
			said.broken += 1
			return
		}
		const refusal = door.refuses(segment, from, station)
		if (refusal) {
			said.close = refusal
			return
		}
		station = segment.mn
		try {
			intake.take(text, segment)
		} catch (cause) {
			failed(cause)
			said.close = 'cannot-keep'
			return
		}
		const answer = acknowledgement(segment)
		if (answer !== undefined) said.answers.push(answer)
	}

	return {
		get station() {
			return station
		},
		hear: (bytes) => {
			const said: Said = { answers: [], broken: 0 }
			if (isOver) return said
			for (const scanned of scanner.feed(bytes)) {
				const before = said.broken
				if ('broken' in scanned) said.broken += 1
				else take(scanned.segment, said)
				brokenInARow = said.broken > before ? brokenInARow + 1 : 0
				if (brokenInARow >= BROKEN_IN_A_ROW) said.close = 'garbage'
				if (said.close) break
			}
			isOver = said.close !== undefined
			return said
		},
	}
}
