/** The middle of an odd number of values, the mean of the two in the middle of an even one. @throws for none */
export const median = (values: readonly number[]): number => {
	const sorted = [...values].sort((a, b) => a - b)
	const half = Math.floor(sorted.length / 2)
	const [below, above] = [sorted[half - 1], sorted[half]]
	if (above === undefined) throw new Error('there is no middle of nothing')
	return sorted.length % 2 === 1 || below === undefined ? above : (below + above) / 2
}
