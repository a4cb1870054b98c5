import { Id } from '../registry/registry.ts'
import * as z from '../zod.ts'
import { ScoreNow } from './liveViews.ts'

/** How the courtyards of a village were at one moment. */
export const VillageNow = z.object({
	/** Milliseconds since 1970. */
	at: z.int(),
	/** Another one when the village's courtyards or devices, or the profile, are others than at that moment. */
	stamp: z.string(),
	courtyards: z.array(z.extend(ScoreNow, { id: Id })),
})
export type VillageNow = z.infer<typeof VillageNow>
