import type { DayChangesStore, KeptChanges } from '../../shared/ports/dayChanges.ts'

/** What changed on the last day, in memory; every call yields first. */
export class MemoryDayChanges implements DayChangesStore {
	kept: KeptChanges | undefined
	readonly #beforeCall: (name: string) => Promise<void>

	constructor(beforeCall: (name: string) => Promise<void> = async () => {}) {
		this.#beforeCall = beforeCall
	}

	async last(): Promise<KeptChanges | undefined> {
		await this.#beforeCall('changes.last')
		return this.kept
	}

	async put(kept: KeptChanges): Promise<void> {
		await this.#beforeCall('changes.put')
		this.kept = structuredClone(kept)
	}
}
