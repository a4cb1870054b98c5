import type { Profile } from '../../../../shared/contract/profile/profile.ts'
import { type Path, valueAt } from './profilePath.ts'

/** Where the source of a number stands: the nearest above it, or among those of the numbers that stand by themselves. */
export const sourceOf = (profile: Profile, path: Path): Path | undefined => {
	const [top] = path
	if (typeof top === 'string' && valueAt(profile, ['sources', top]) !== undefined) return ['sources', top]
	for (let length = path.length; length > 0; length -= 1) {
		const place = [...path.slice(0, length), 'source']
		if (typeof valueAt(profile, place) === 'string') return place
	}
	return undefined
}
