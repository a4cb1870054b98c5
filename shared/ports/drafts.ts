/** Draft rankings of months that are over. */
export type Drafts = {
	/** Works out a month's draft anew from the scores there are; a ranking that is published stays as it is. Safe to repeat. */
	refresh(month: string): Promise<void>
}

/** A month of which a day was scored after the month was over; `seen` tells whether another was since it was listed. */
export type DraftMark = { month: string; seen: number }

/** Months whose draft is to be worked out anew. */
export type DraftMarks = {
	/** Safe to repeat, in any order with `clear`. */
	add(month: string): Promise<void>
	/** All there are, the oldest first; strongly consistent. */
	list(): Promise<DraftMark[]>
	/** Takes a mark away if it was not added again since it was listed. */
	clear(mark: DraftMark): Promise<void>
}
