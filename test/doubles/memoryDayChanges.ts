import type { ChangesScope, DayChangesStore, KeptChanges } from '../../shared/ports/dayChanges.ts'

/** What changed on the last day, in memory; every call yields first. */
export class MemoryDayChanges implements DayChangesStore {
	all: KeptChanges | undefined
	readonly villages = new Map<string, KeptChanges>()
	readonly #beforeCall: (name: string) => Promise<void>

	constructor(beforeCall: (name: string) => Promise<void> = async () => {}) {
		this.#beforeCall = beforeCall
	}

	async of(scope: ChangesScope): Promise<KeptChanges | undefined> {
		await this.#beforeCall('changes.of')
		return scope === 'all' ? this.all : this.villages.get(scope.village)
	}

	async ofVillages(): Promise<Map<string, KeptChanges>> {
		await this.#beforeCall('changes.ofVillages')
		return new Map(this.villages)
	}

	async put(scope: ChangesScope, kept: KeptChanges): Promise<void> {
		await this.#beforeCall('changes.put')
		if (scope === 'all') this.all = structuredClone(kept)
		else this.villages.set(scope.village, structuredClone(kept))
	}
}
