import type { DayChanges } from '../contract/score/dayChanges.ts'

/** `stamp` is another one when anything that the changes are worked out from is another. */
export type KeptChanges = { stamp: string; changes: DayChanges }

/** All courtyards that there are, or those of a village. */
export type ChangesScope = 'all' | { village: string }

/** What changed on the last day that is scored, for all courtyards and for each village: one item each, read at once. */
export type DayChangesStore = {
	/** What was put last; perhaps as it was a moment ago. */
	of(scope: ChangesScope): Promise<KeptChanges | undefined>
	/** Of each village what was put last, also of such as are no more; perhaps as it was a moment ago. */
	ofVillages(): Promise<Map<string, KeptChanges>>
	/** In place of what was there. Safe to repeat. */
	put(scope: ChangesScope, kept: KeptChanges): Promise<void>
}
