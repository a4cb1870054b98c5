import type { ProfileRecord } from '../../shared/contract/profile/profileRecord.ts'
import type { Profiles } from '../../shared/ports/profiles.ts'

/** The profiles in memory. */
export class MemoryProfiles implements Profiles {
	readonly records = new Map<string, ProfileRecord>()

	async add(record: ProfileRecord): Promise<'stored' | 'taken'> {
		if (this.records.has(record.profile.version)) return 'taken'
		this.records.set(record.profile.version, record)
		return 'stored'
	}

	async get(version: string): Promise<ProfileRecord | undefined> {
		return this.records.get(version)
	}

	async all(): Promise<ProfileRecord[]> {
		return [...this.records.values()]
	}
}
