/** Which days are scored. A village's day is scored as a whole, for its devices are each other's witnesses. */
export type ScoredVillages = {
	/**
	 * Begins to score a village's day. Turns rise: whoever takes one reads the readings after it, so what is put by a later
	 * turn knows at least what an earlier one knew, and stays.
	 * @returns the turn, and what the day was last scored from that came over from the days before
	 */
	take(village: string, day: string): Promise<{ turn: number; incoming?: string }>
	/**
	 * Notes that these courtyards of the village have the day. Safe to repeat.
	 * @param incoming stands for all that came over from the days before
	 */
	finish(village: string, day: string, courtyards: readonly string[], incoming: string): Promise<void>
	/** Notes that something of the village's day was put, without saying that all of it is there. */
	touch(village: string, day: string): Promise<void>
	/**
	 * How often each village's day was finished or touched, by `<day>#<village>`, from one day to another, both included. It
	 * only rises, and does whenever something was put; strongly consistent.
	 */
	finishes(from: string, to: string): Promise<Map<string, number>>
	/** The courtyards that have a day, by day, from one to another, both included; perhaps as it was a moment ago. */
	finished(from: string, to: string): Promise<Map<string, Set<string>>>
}
