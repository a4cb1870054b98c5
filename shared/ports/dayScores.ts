import type { CourtyardDay } from '../contract/score/score.ts'

/** Scores by courtyard and day. */
export type DayScores = {
	/**
	 * Puts a courtyard's day in place of what was there, unless that is of a later turn (see `ScoredVillages`). Safe to
	 * repeat.
	 */
	put(day: CourtyardDay, turn: number): Promise<'stored' | 'outdated'>
	/** The days there are from one to another, both included, in the order of days; strongly consistent. */
	days(courtyard: string, from: string, to: string): Promise<CourtyardDay[]>
	/** The courtyards that have this day. */
	scored(day: string): Promise<Set<string>>
}

/** A day of a device of which readings came after it was scored; `seen` tells whether more came since it was read. */
export type LateMark = { device: string; day: string; seen: number }

/** Days that are to be scored again. */
export type LateMarks = {
	/** Notes that readings of a device's day came when it was over. Safe to repeat, in any order with `clear`. */
	add(device: string, day: string): Promise<void>
	/** All there are, the oldest day first, at most `limit`; strongly consistent. */
	list(limit: number): Promise<LateMark[]>
	/** Takes a mark away if nothing came since it was listed. */
	clear(mark: LateMark): Promise<void>
}
