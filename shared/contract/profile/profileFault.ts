import * as z from '../zod.ts'

/** One thing that is wrong with a profile: where, what was expected, what came. */
export const ProfileFault = z.object({
	/** Keys and array positions from the top, e.g. `["alarms", 3, "deadband"]`; empty: the whole. */
	path: z.array(z.union([z.string(), z.number()])),
	expected: z.object({ zh: z.string(), en: z.string() }),
	/** What stands there, as JSON, shortened; `nothing` where there is nothing. */
	got: z.object({ zh: z.string(), en: z.string() }),
})
export type ProfileFault = z.infer<typeof ProfileFault>
