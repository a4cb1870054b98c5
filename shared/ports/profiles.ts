import type { ProfileRecord } from '../contract/profile/profileRecord.ts'

/** The profiles a township has put beside the one of this repository. A record is never changed. */
export type Profiles = {
	/** Keeps a version; `taken` where there is one of that name, which stays as it is. Known everywhere as a registry entry is. */
	add(record: ProfileRecord): Promise<'stored' | 'taken'>
	get(version: string): Promise<ProfileRecord | undefined>
	/** All of them, in no order. */
	all(): Promise<ProfileRecord[]>
}
