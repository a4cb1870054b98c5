/**
 * The smallest of the values that so many in a hundred do not exceed (nearest rank).
 * @param percent above 0, up to 100 @throws for no values
 */
export const percentile = (values: readonly number[], percent: number): number => {
	const sorted = [...values].sort((a, b) => a - b)
	const found = sorted[Math.ceil((percent / 100) * sorted.length) - 1]
	if (found === undefined) throw new Error(`there is no ${percent}th percentile of nothing`)
	return found
}
