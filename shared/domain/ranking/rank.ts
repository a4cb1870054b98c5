import type { Place } from '../../contract/ranking/ranking.ts'

/**
 * The place of each among its own group, 1 being the highest score; equal scores share a place and the next one counts
 * all before it (1, 2, 2, 4). A function of the scores alone: the order in which they come does not matter.
 * @param groupOf names the group within which one is ranked
 */
export function placesIn<T extends { score: number }>(
	items: readonly T[],
	groupOf: (item: T) => string,
): Map<T, Place> {
	const places = new Map<T, Place>()
	for (const group of Map.groupBy(items, groupOf).values()) {
		const sorted = [...group].sort((a, b) => b.score - a.score)
		let rank = 1
		for (const [i, item] of sorted.entries()) {
			if (item.score !== sorted[i - 1]?.score) rank = i + 1
			places.set(item, { rank, of: sorted.length })
		}
	}
	return places
}
