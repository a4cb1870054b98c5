import type { Profile } from '../../contract/profile.ts'

/**
 * The profile in force on a day: the one with the latest `effectiveFrom` up to it; before the first, the first.
 * @throws when there is none at all
 */
export function profileOn(profiles: readonly Profile[], day: string): Profile {
	const byDate = [...profiles].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
	const found = byDate.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? byDate[0]
	if (!found) throw new Error('there is no profile')
	return found
}
