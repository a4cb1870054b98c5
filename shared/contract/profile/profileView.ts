import * as z from '../zod.ts'
import { Profile } from './profile.ts'
import { ProfileFault } from './profileFault.ts'

/** A profile in the list of `GET /api/profiles`. */
export const ProfileSummary = z.extend(z.pick(Profile, { id: true, version: true, effectiveFrom: true }), {
	/** Whether it is the one in force today. */
	inForce: z.boolean(),
	/** Who put it, when; null: it came with the software. */
	put: z.nullable(z.object({ by: z.string(), at: z.iso.datetime() })),
})
export type ProfileSummary = z.infer<typeof ProfileSummary>

export const ProfileView = z.extend(ProfileSummary, { profile: Profile })
export type ProfileView = z.infer<typeof ProfileView>

export const ProfilesView = z.object({ profiles: z.array(ProfileSummary) })
export type ProfilesView = z.infer<typeof ProfilesView>

/** What `POST /api/profiles` answers. */
export const NewProfileView = z.omit(ProfileSummary, { inForce: true })
export type NewProfileView = z.infer<typeof NewProfileView>

/** What `POST /api/profiles/check` answers. */
export const ProfileCheck = z.object({
	valid: z.boolean(),
	faults: z.array(z.extend(z.omit(ProfileFault, { path: true }), { field: z.string() })),
})
export type ProfileCheck = z.infer<typeof ProfileCheck>
