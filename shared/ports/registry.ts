import type { Profile } from '../contract/profile/profile.ts'
import type { Courtyard, Device, RegistryImport, Shelf, Township, Village } from '../contract/registry/registry.ts'

/** The whole registry at one moment. */
export type Registry = {
	townships: ReadonlyMap<string, Township>
	villages: ReadonlyMap<string, Village>
	courtyards: ReadonlyMap<string, Courtyard>
	devices: ReadonlyMap<string, Device>
	/** The profile in force today, Asia/Shanghai. */
	profile: Profile
	/** All there are, in the order of `byEffect`, the latest `effectiveFrom` first; history is judged by the one that was in force. */
	profiles: readonly Profile[]
	/** Shelves that run, and those that ended within the last days. */
	shelves: readonly Shelf[]
}

export type RegistryReader = {
	/** The registry, perhaps some minutes old. */
	current(): Promise<Registry>
	/** The registry, at most ten seconds old: before something is made of it that people are told. */
	recent(): Promise<Registry>
	/** The registry as it is now, for something that the known one lacks. */
	refreshed(): Promise<Registry>
}

export type RegistryWriter = {
	/** Puts each entry as it is; entries not named stay. Safe to repeat. */
	put(entries: RegistryImport): Promise<void>
}
