import { IndexProfile } from '../../../contract/profile/indexProfile.ts'
import { Profile } from '../../../contract/profile/profile.ts'
import type { ProfileFault } from '../../../contract/profile/profileFault.ts'
import { schemaFaults } from '../../../contract/text/schemaFaults.ts'
import { alarmFaults } from './alarmFaults.ts'
import { orderFaults } from './orderFaults.ts'
import { fullScaleFaults, scaleFaults } from './scaleFaults.ts'

/** `index`: a table of measurands, enough for an index. `full`: what this service runs by. */
export type ProfileKind = 'index' | 'full'

export type CheckedProfile =
	| { kind: 'full'; profile: Profile; faults: [] }
	| { kind: 'index'; profile: IndexProfile; faults: [] }
	| { kind: ProfileKind; profile?: undefined; faults: ProfileFault[] }

/** A full profile speaks of more than an index needs. */
export function kindOf(input: unknown): ProfileKind {
	if (typeof input !== 'object' || input === null) return 'full'
	return Object.keys(input).some((key) => key in Profile.shape && !(key in IndexProfile.shape)) ? 'full' : 'index'
}

/**
 * Looks at a profile as people wrote it: first its form, then what it means. What is returned as a profile can be
 * relied on.
 * @param kind by default told from the content
 */
export function checkProfile(input: unknown, kind: ProfileKind = kindOf(input)): CheckedProfile {
	if (kind === 'index') {
		const { data: profile, error } = IndexProfile.safeParse(input)
		if (!profile) return { kind, faults: schemaFaults(input, error.issues) }
		const faults = scaleFaults(profile)
		return faults.length > 0 ? { kind, faults } : { kind, profile, faults: [] }
	}
	const { data: profile, error } = Profile.safeParse(input)
	if (!profile) return { kind, faults: schemaFaults(input, error.issues) }
	const faults = [
		...scaleFaults(profile),
		...fullScaleFaults(profile),
		...alarmFaults(profile),
		...orderFaults(profile),
	]
	return faults.length > 0 ? { kind, faults } : { kind, profile, faults: [] }
}
