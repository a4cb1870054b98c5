import { Id } from './registry.ts'
import { ScoreNow } from './views.ts'
import * as z from './zod.ts'

/** How the courtyards of a village were at one moment. */
export const VillageNow = z.object({
	/** Milliseconds since 1970. */
	at: z.int(),
	/** Another one when the village's courtyards or devices, or the profile, are others than at that moment. */
	stamp: z.string(),
	courtyards: z.array(z.extend(ScoreNow, { id: Id })),
})
export type VillageNow = z.infer<typeof VillageNow>
