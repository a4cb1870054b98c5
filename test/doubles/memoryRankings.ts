import { sortOf } from '../../functions/adapters/tables/rankingItems.ts'
import type { Correction, MonthHead, RankingRow } from '../../shared/contract/ranking/ranking.ts'
import type { DeviceQuality, DoubtState } from '../../shared/contract/score/dataQuality.ts'
import type { Entry } from '../../shared/domain/ranking/entry.ts'
import type {
	GenerationContent,
	GenerationKey,
	RankingPage,
	RankingScope,
	Rankings,
} from '../../shared/ports/rankings.ts'

/** The rankings in memory; every write yields first. */
export class MemoryRankings implements Rankings {
	readonly heads = new Map<string, string>()
	readonly generations = new Map<string, GenerationContent>()
	readonly beforeCall: (name: string) => Promise<void>

	constructor(beforeCall: (name: string) => Promise<void> = async () => {}) {
		this.beforeCall = beforeCall
	}

	async months(): Promise<MonthHead[]> {
		return [...this.heads.keys()]
			.sort()
			.toReversed()
			.flatMap((month) => this.#head(month) ?? [])
	}

	async head(month: string): Promise<MonthHead | undefined> {
		return this.#head(month)
	}

	async putHead(head: MonthHead, expected: number | undefined): Promise<'stored' | 'conflict'> {
		await this.beforeCall('rankings.putHead')
		if (this.#head(head.month)?.version !== expected) return 'conflict'
		this.heads.set(head.month, JSON.stringify(head))
		return 'stored'
	}

	async write(key: GenerationKey, content: GenerationContent): Promise<void> {
		await this.beforeCall('rankings.write')
		if (!this.generations.has(nameOf(key))) this.generations.set(nameOf(key), content)
	}

	async rows(key: GenerationKey, scope: RankingScope, limit: number, after = ''): Promise<RankingPage> {
		const all = this.#content(key)
			.entries.flatMap(({ entry: { row } }) => (isIn(row, scope) ? { row, sort: sortOf(row, scope) } : []))
			.sort((a, b) => (a.sort < b.sort ? -1 : 1))
			.filter(({ sort }) => sort > after)
		const page = all.slice(0, limit)
		const last = page.at(-1)
		return { rows: page.map(({ row }) => row), ...(page.length < all.length && last ? { next: last.sort } : {}) }
	}

	async entry(key: GenerationKey, courtyard: string): Promise<Entry | undefined> {
		return this.#content(key).entries.find(({ entry }) => entry.row.courtyard === courtyard)?.entry
	}

	async texts(key: GenerationKey): Promise<string[]> {
		return this.#content(key).entries.map(({ text }) => text)
	}

	async corrections(key: GenerationKey): Promise<Correction[]> {
		return [...this.#content(key).corrections]
	}

	async quality(key: GenerationKey, village?: string): Promise<DeviceQuality[]> {
		return this.#content(key)
			.quality.filter((one) => village === undefined || one.village === village)
			.toSorted((a, b) => (`${a.village}#${a.courtyard}` < `${b.village}#${b.courtyard}` ? -1 : 1))
			.flatMap(({ devices }) => devices)
	}

	async doubts(key: GenerationKey): Promise<DoubtState[]> {
		return (await this.quality(key)).flatMap(({ doubts }) => doubts)
	}

	#head(month: string): MonthHead | undefined {
		const text = this.heads.get(month)
		return text === undefined ? undefined : (JSON.parse(text) as MonthHead)
	}

	#content(key: GenerationKey): GenerationContent {
		return this.generations.get(nameOf(key)) ?? { entries: [], corrections: [], quality: [] }
	}
}

const nameOf = ({ month, generation }: GenerationKey): string => `${month}#${generation}`

function isIn(row: RankingRow, scope: RankingScope): boolean {
	switch (scope.is) {
		case 'township':
			return row.township === scope.township
		case 'lists':
			return row.township === scope.township && row.is === 'ranked' && row.listing !== undefined
		case 'village':
			return row.village === scope.village
		case 'kind':
			return row.township === scope.township && row.kind === scope.kind
	}
}
