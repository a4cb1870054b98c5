import type { Correction, MonthHead, RankingRow } from '../contract/ranking/ranking.ts'
import type { Courtyard } from '../contract/registry/registry.ts'
import type { DeviceQuality, DoubtState } from '../contract/score/dataQuality.ts'
import type { Entry } from '../domain/ranking/entry.ts'

/** Which part of a ranking is read: each is kept in the order in which it is shown. `lists`: the red and the black list. */
export type RankingScope =
	| { is: 'township' | 'lists'; township: string }
	| { is: 'village'; village: string }
	| { is: 'kind'; township: string; kind: Courtyard['kind'] }

/** Names one computation of a month. What is kept under it never changes. */
export type GenerationKey = { month: string; generation: string }

/** All that one computation of a month found. */
export type GenerationContent = {
	/** In the order of courtyards' ids, each as the text that its hash is made of. */
	entries: readonly { entry: Entry; text: string }[]
	corrections: readonly Correction[]
	/** How well devices were heard, by courtyard. */
	quality: readonly { village: string; courtyard: string; devices: readonly DeviceQuality[] }[]
}

export type RankingPage = { rows: RankingRow[]; next?: string }

/** Rankings by month. A computation is written once; the month's head says which is the draft and which are published. */
export type Rankings = {
	/** The heads of all months there are, the latest first. */
	months(): Promise<MonthHead[]>
	/** Strongly consistent. */
	head(month: string): Promise<MonthHead | undefined>
	/** Puts the head if its stored version is still `expected` (undefined: if there is none). */
	putHead(head: MonthHead, expected: number | undefined): Promise<'stored' | 'conflict'>
	/** Writes a computation; what is there already stays as it is, so a repeat completes what a crash left. */
	write(key: GenerationKey, content: GenerationContent): Promise<void>
	/** Rows in the order of places, those without a place last; `next` of a page is the `after` of the one behind it. */
	rows(key: GenerationKey, scope: RankingScope, limit: number, after?: string): Promise<RankingPage>
	/** One courtyard's row and why it is as it is. */
	entry(key: GenerationKey, courtyard: string): Promise<Entry | undefined>
	/** The texts of all entries in the order of courtyards' ids: what the hash is made of. */
	texts(key: GenerationKey): Promise<string[]>
	corrections(key: GenerationKey): Promise<Correction[]>
	/** The doubts about sensors in `quality`, without the devices of which there are none. */
	doubts(key: GenerationKey): Promise<DoubtState[]>
	/** How well devices were heard, of a village or of all, in the order of villages and courtyards. */
	quality(key: GenerationKey, village?: string): Promise<DeviceQuality[]>
}
