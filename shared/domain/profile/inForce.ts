import type { Profile } from '../../contract/profile/profile.ts'

/**
 * The profile in force on a day: the one with the latest `effectiveFrom` up to it, of several from the same day the one
 * that stands first; before the first, the first.
 * @throws when there is none at all
 */
export function profileOn(profiles: readonly Profile[], day: string): Profile {
	let latest: Profile | undefined
	let earliest: Profile | undefined
	for (const profile of profiles) {
		const { effectiveFrom } = profile
		if (effectiveFrom <= day && (latest === undefined || effectiveFrom > latest.effectiveFrom)) latest = profile
		if (earliest === undefined || effectiveFrom < earliest.effectiveFrom) earliest = profile
	}
	const found = latest ?? earliest
	if (!found) throw new Error('there is no profile')
	return found
}
