import { Profile } from '../../contract/profile.ts'
import sichuanRural from '../../profiles/sichuanRural.json' with { type: 'json' }

/** The profile in force where a township has not set its own. */
export const defaultProfile: Profile = Profile.parse(sichuanRural)
