import type { LateMark } from '../../shared/ports/dayScores.ts'
import type { Reason } from './dueDays.ts'
import type { VillageDayKey } from './scoreDay.ts'

type Entry = VillageDayKey & { reasons: Set<Reason>; marks: Set<LateMark> }

/**
 * What a run has to do: village-days, the oldest first, and which late marks wait for which of them. A mark is done when none
 * of its days is left.
 */
export class Agenda {
	readonly #entries = new Map<string, Entry>()
	/** How many days each mark waits for. */
	readonly #open = new Map<LateMark, number>()

	/** @param marks wait for this day */
	add({ village, day }: VillageDayKey, reason: Reason, marks: Iterable<LateMark> = []): void {
		const key = `${day} ${village}`
		const entry = this.#entries.get(key) ?? { village, day, reasons: new Set(), marks: new Set() }
		this.#entries.set(key, entry)
		entry.reasons.add(reason)
		for (const mark of marks) {
			if (entry.marks.has(mark)) continue
			entry.marks.add(mark)
			this.#open.set(mark, (this.#open.get(mark) ?? 0) + 1)
		}
	}

	get size(): number {
		return this.#entries.size
	}

	/** Takes out the oldest day; those of one day in the order of villages. */
	next(): Entry | undefined {
		let least: string | undefined
		for (const key of this.#entries.keys()) if (least === undefined || key < least) least = key
		if (least === undefined) return undefined
		const entry = this.#entries.get(least)
		this.#entries.delete(least)
		return entry
	}

	/** One of the days that these marks wait for is done. @returns the marks that wait for no other */
	done(marks: Iterable<LateMark>): LateMark[] {
		return [...marks].filter((mark) => {
			const left = (this.#open.get(mark) ?? 1) - 1
			this.#open.set(mark, left)
			return left === 0
		})
	}
}
