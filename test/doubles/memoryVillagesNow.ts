import type { VillageNow } from '../../shared/contract/score/villageNow.ts'
import type { NowScope, VillagesNow } from '../../shared/ports/villagesNow.ts'

/** Scores of some minutes ago, in memory; every call yields first. */
export class MemoryVillagesNow implements VillagesNow {
	/** By `<township>#<village>`. */
	readonly kept = new Map<string, VillageNow>()
	readonly #beforeCall: (name: string) => Promise<void>

	constructor(beforeCall: (name: string) => Promise<void> = async () => {}) {
		this.#beforeCall = beforeCall
	}

	async within(scope: NowScope): Promise<Map<string, VillageNow>> {
		await this.#beforeCall('villagesNow.within')
		return new Map(
			[...this.kept]
				.map(([key, now]) => ({ key: key.split('#'), now }))
				.filter(
					({ key: [township, village] }) =>
						scope === 'all' || (scope.township === township && (scope.village ?? village) === village),
				)
				.map(({ key: [, village = ''], now }) => [village, structuredClone(now)]),
		)
	}

	async put({ township, village }: { township: string; village: string }, now: VillageNow): Promise<void> {
		await this.#beforeCall('villagesNow.put')
		this.kept.set(`${township}#${village}`, structuredClone(now))
	}
}
