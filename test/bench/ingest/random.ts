/** Numbers in [0, 1) that a seed decides (mulberry32), so that every run has the same workload. */
export function seeded(seed: number): () => number {
	let state = seed
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let t = Math.imul(state ^ (state >>> 15), 1 | state)
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
	}
}

/** The same items in an order that the numbers decide. */
export const shuffled = <T>(items: readonly T[], next: () => number): T[] =>
	items
		.map((item) => ({ item, rank: next() }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ item }) => item)
