import type { Profile } from '../../contract/profile/profile.ts'
import type { ProfileRecord } from '../../contract/profile/profileRecord.ts'

/**
 * Every profile, the latest `effectiveFrom` first; of several for the same day the one put last, which corrects the
 * others. The repository's own was there before all.
 */
export function byEffect(records: readonly ProfileRecord[], repositorys: Profile): Profile[] {
	const first: ProfileRecord = { profile: repositorys, putBy: '', putAt: Number.NEGATIVE_INFINITY }
	const later = (a: ProfileRecord, b: ProfileRecord): number =>
		compare(b.profile.effectiveFrom, a.profile.effectiveFrom) ||
		compare(b.putAt, a.putAt) ||
		compare(b.profile.version, a.profile.version)
	return [...records, first].sort(later).map(({ profile }) => profile)
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
