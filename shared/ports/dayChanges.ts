import type { DayChanges } from '../contract/dayChanges.ts'

/** `stamp` is another one when anything that the changes are worked out from is another. */
export type KeptChanges = { stamp: string; changes: DayChanges }

/** What changed on the last day that is scored, in the whole registry: one for all, so that it is read at once. */
export type DayChangesStore = {
	/** The last that was put; perhaps as it was a moment ago. */
	last(): Promise<KeptChanges | undefined>
	/** In place of what was there. Safe to repeat. */
	put(kept: KeptChanges): Promise<void>
}
