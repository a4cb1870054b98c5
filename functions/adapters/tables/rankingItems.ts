import type { RankingRow } from '../../../shared/contract/ranking/ranking.ts'
import type { GenerationContent, GenerationKey, RankingScope } from '../../../shared/ports/rankings.ts'

/** One item of the scores table; a body that is text is kept as it is. */
export type GenerationItem = { partition: string; sort: string; body: unknown }

/**
 * How a computation of a month lies in the scores table: partitions that no courtyard can have, for an id never begins
 * with "#". A row is kept once for each scope in which it is shown, so that a page reads what it shows and no more.
 */
const partitionOf = ({ month, generation }: GenerationKey, rest: string): string =>
	`#ranking#${month}#${generation}#${rest}`

export const entriesOf = (key: GenerationKey): string => partitionOf(key, 'entry')
export const correctionsOf = (key: GenerationKey): string => partitionOf(key, 'correction')
export const doubtsOf = (key: GenerationKey): string => partitionOf(key, 'doubts')
export const qualityOf = (key: GenerationKey): string => partitionOf(key, 'quality')

export function scopePartition(key: GenerationKey, scope: RankingScope): string {
	switch (scope.is) {
		case 'township':
		case 'lists':
			return partitionOf(key, `${scope.is}#${scope.township}`)
		case 'village':
			return partitionOf(key, `village#${scope.village}`)
		case 'kind':
			return partitionOf(key, `kind#${scope.township}#${scope.kind}`)
	}
}

export function* itemsOf(key: GenerationKey, content: GenerationContent): Generator<GenerationItem, undefined> {
	for (const { entry, text } of content.entries) {
		const { row } = entry
		yield { partition: entriesOf(key), sort: row.courtyard, body: text }
		for (const scope of scopesOf(row)) {
			yield { partition: scopePartition(key, scope), sort: sortOf(row, scope), body: row }
		}
	}
	for (const correction of content.corrections) {
		yield { partition: correctionsOf(key), sort: correction.courtyard, body: correction }
	}
	for (const { village, courtyard, devices } of content.quality) {
		yield { partition: qualityOf(key), sort: `${village}#${courtyard}`, body: devices }
	}
	// An item also where there are none, which computations from before there were such items lack.
	yield { partition: doubtsOf(key), sort: '#', body: [] }
	for (const { village, courtyard, devices } of content.quality) {
		const doubts = devices.flatMap((device) => device.doubts)
		if (doubts.length > 0) yield { partition: doubtsOf(key), sort: `${village}#${courtyard}`, body: doubts }
	}
	return undefined
}

function scopesOf(row: RankingRow): RankingScope[] {
	const { township, village, kind } = row
	const lists: RankingScope[] = row.is === 'ranked' && row.listing ? [{ is: 'lists', township }] : []
	return [{ is: 'township', township }, { is: 'village', village }, { is: 'kind', township, kind }, ...lists]
}

/** In the order of places, those without one last. */
export function sortOf(row: RankingRow, { is }: RankingScope): string {
	if (row.is === 'unranked') return `x#${row.courtyard}`
	return `r#${String(row.places[is === 'lists' ? 'township' : is].rank).padStart(6, '0')}#${row.courtyard}`
}
