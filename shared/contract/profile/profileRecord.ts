import * as z from '../zod.ts'
import { Profile } from './profile.ts'

/** A profile as a township put it, and who did when (milliseconds since 1970). */
export const ProfileRecord = z.object({ profile: Profile, putBy: z.string(), putAt: z.int() })
export type ProfileRecord = z.infer<typeof ProfileRecord>
