import type { CourtyardDay } from '../../shared/contract/score/score.ts'
import type { DayScores } from '../../shared/ports/dayScores.ts'
import type { ScoredVillages } from '../../shared/ports/scoredVillages.ts'

type VillageDay = { turn: number; finishes: number; courtyards: readonly string[]; incoming?: string }

/** Scores by courtyard and day, in memory; every call yields first. */
export class MemoryDayScores implements DayScores, ScoredVillages {
	readonly kept = new Map<string, { day: CourtyardDay; turn: number }>()
	readonly villages = new Map<string, VillageDay>()
	readonly #beforeCall: (name: string) => Promise<void>

	constructor(beforeCall: (name: string) => Promise<void> = async () => {}) {
		this.#beforeCall = beforeCall
	}

	async put(day: CourtyardDay, turn: number): Promise<'stored' | 'outdated'> {
		await this.#beforeCall('put')
		const key = `${day.courtyard} ${day.day}`
		if ((this.kept.get(key)?.turn ?? 0) > turn) return 'outdated'
		this.kept.set(key, { day: structuredClone(day), turn })
		return 'stored'
	}

	async days(courtyard: string, from: string, to: string): Promise<CourtyardDay[]> {
		await this.#beforeCall('days')
		return [...this.kept.values()]
			.map(({ day }) => day)
			.filter((day) => day.courtyard === courtyard && day.day >= from && day.day <= to)
			.sort((a, b) => (a.day < b.day ? -1 : 1))
	}

	async scored(day: string): Promise<Set<string>> {
		return (await this.finished(day, day)).get(day) ?? new Set()
	}

	async take(village: string, day: string): Promise<{ turn: number; incoming?: string }> {
		await this.#beforeCall('take')
		const known = this.#village(village, day)
		const turn = known.turn + 1
		this.villages.set(`${day} ${village}`, { ...known, turn })
		return known.incoming === undefined ? { turn } : { turn, incoming: known.incoming }
	}

	async finish(village: string, day: string, courtyards: readonly string[], incoming: string): Promise<void> {
		await this.#beforeCall('finish')
		const known = this.#village(village, day)
		this.villages.set(`${day} ${village}`, { ...known, finishes: known.finishes + 1, courtyards, incoming })
	}

	async touch(village: string, day: string): Promise<void> {
		await this.#beforeCall('touch')
		const known = this.#village(village, day)
		this.villages.set(`${day} ${village}`, { ...known, finishes: known.finishes + 1 })
	}

	async finishes(from: string, to: string): Promise<Map<string, number>> {
		await this.#beforeCall('finishes')
		return new Map(
			[...this.villages].flatMap(([key, { finishes }]) => {
				const [day = '', village = ''] = key.split(' ')
				return day >= from && day <= to && finishes > 0 ? [[`${day}#${village}`, finishes] as const] : []
			}),
		)
	}

	async finished(from: string, to: string): Promise<Map<string, Set<string>>> {
		await this.#beforeCall('finished')
		const days = new Map<string, Set<string>>()
		for (const [key, { courtyards }] of this.villages) {
			const [day = ''] = key.split(' ')
			if (day >= from && day <= to) days.set(day, new Set([...(days.get(day) ?? []), ...courtyards]))
		}
		return days
	}

	#village(village: string, day: string): VillageDay {
		return this.villages.get(`${day} ${village}`) ?? { turn: 0, finishes: 0, courtyards: [] }
	}
}
