import type { Profile } from '../../../../shared/contract/profile/profile.ts'
import type { Difference } from './differences.ts'
import { type Path, valueAt, withValue } from './profilePath.ts'
import { sourceOf } from './sourceOf.ts'

/**
 * The profile with the reason of the changes beside what each changed number was founded on so far. Where the source was
 * rewritten by hand, it stays as it was written.
 * @param base what was changed
 */
export const withReason = (
	base: Profile,
	changed: Profile,
	list: readonly Pick<Difference, 'path' | 'after'>[],
	reason: string,
): Profile => {
	const said = reason.trim()
	if (said === '') return changed
	const places = new Map<string, Path>()
	for (const { path } of list) {
		const place = sourceOf(changed, path)
		if (place) places.set(place.join('.'), place)
	}
	let profile = changed
	for (const place of places.values()) {
		const before = valueAt(base, place)
		const now = valueAt(changed, place)
		if (before !== undefined && before !== now) continue
		profile = withValue(profile, place, typeof now === 'string' && now !== '' ? `${now}; ${said}` : said)
	}
	return profile
}
