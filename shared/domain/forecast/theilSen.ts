export type Point = { x: number; y: number }

/** A slope with its interval; all in units of y per unit of x. */
export type Slope = { slope: number; low: number; high: number }

/** Two-sided 90 % of the normal distribution. */
const Z = 1.645

/**
 * Theil–Sen: the median of the slopes of all pairs of points, which up to 29 % of wild points cannot move far. Pairs are
 * taken within each run only, so what lies between two runs (an emptying) does not count. The interval is that of Gilbert
 * (Statistical Methods for Environmental Pollution Monitoring, 1987, 16.4.2) from the variance of Kendall's S.
 * @param runs each in the order of x
 * @returns undefined where there is no pair of points with different x
 */
export function theilSen(runs: readonly (readonly Point[])[]): Slope | undefined {
	const slopes = runs.flatMap(pairSlopes).sort((a, b) => a - b)
	if (slopes.length === 0) return undefined
	// Kendall's S of separate runs are independent: their variances add up.
	const variance = runs.reduce((sum, { length: n }) => sum + (n * (n - 1) * (2 * n + 5)) / 18, 0)
	const half = (Z * Math.sqrt(variance)) / 2
	const middle = (slopes.length - 1) / 2
	return {
		slope: quantile(slopes, middle),
		low: quantile(slopes, middle - half),
		high: quantile(slopes, middle + half),
	}
}

function pairSlopes(run: readonly Point[]): number[] {
	const slopes: number[] = []
	for (const [i, a] of run.entries()) {
		for (const b of run.slice(i + 1)) if (b.x !== a.x) slopes.push((b.y - a.y) / (b.x - a.x))
	}
	return slopes
}

/** The value at a place, also between two; beyond the ends that of the end. */
function quantile(sorted: readonly number[], place: number): number {
	const bounded = Math.min(sorted.length - 1, Math.max(0, place))
	const [below, above] = [sorted[Math.floor(bounded)] ?? 0, sorted[Math.ceil(bounded)] ?? 0]
	return below + (above - below) * (bounded - Math.floor(bounded))
}

export const median = (values: readonly number[]): number =>
	quantile(
		[...values].sort((a, b) => a - b),
		(values.length - 1) / 2,
	)
