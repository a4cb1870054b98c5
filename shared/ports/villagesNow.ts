import type { VillageNow } from '../contract/score/villageNow.ts'

/** All villages that there are, those of a township, or one. */
export type NowScope = 'all' | { township: string; village?: string }

/** The courtyards' scores of some minutes ago, village by village: what was worked out for one reader is there for the next. */
export type VillagesNow = {
	/** Of each village what was put last, also of such as are no more; perhaps as it was a moment ago. A few read units for all. */
	within(scope: NowScope): Promise<Map<string, VillageNow>>
	/** In place of what was there. Safe to repeat. */
	put(at: { township: string; village: string }, now: VillageNow): Promise<void>
}
