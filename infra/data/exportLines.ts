import { FORMAT, type LineText } from './line.ts'
import { migrations } from './migrate.ts'
import type { DataStores } from './stores.ts'

/**
 * All of the registry and of the published rankings, line by line, always in the same order and with the same bytes. What
 * the rankings need comes behind the line that names them.
 */
export async function* exportLines(stores: DataStores): AsyncGenerator<LineText, void> {
	yield { is: 'export', format: FORMAT, schema: migrations.length }
	const { townships, villages, courtyards, devices } = await stores.registry.refreshed()
	for (const entry of townships.values()) yield { is: 'township', entry }
	for (const entry of villages.values()) yield { is: 'village', entry }
	for (const entry of courtyards.values()) yield { is: 'courtyard', entry }
	for (const entry of devices.values()) yield { is: 'device', entry }
	for (const entry of await stores.profiles.all()) yield { is: 'profile', entry }
	for (const entry of await stores.shelves.all()) yield { is: 'shelf', entry }
	for (const entry of await stores.channels.list()) yield { is: 'channel', entry }
	yield* rankingLines(stores)
}

async function* rankingLines({ rankings }: DataStores): AsyncGenerator<LineText, void> {
	for (const { month, revisions } of (await rankings.months()).toReversed()) {
		if (revisions.length === 0) continue
		yield { is: 'ranking', month, revisions }
		for (const generation of new Set(revisions.map((revision) => revision.generation.id))) {
			const of = { month, generation }
			const { entries, corrections, quality } = await rankings.content(of)
			for (const { text } of entries) yield { is: 'ranking-entry', ...of, entry: text }
			for (const entry of corrections) yield { is: 'ranking-correction', ...of, entry }
			for (const { village, courtyard, devices } of quality)
				yield { is: 'ranking-quality', ...of, village, courtyard, devices: [...devices] }
		}
	}
}
