/** CloudWatch takes at most so many values of one metric in a line. */
const MOST_VALUES = 100

/**
 * Delays in seconds, to the millisecond, from delays in milliseconds; one that a clock ahead made negative is 0. Of more
 * than 100, so many that stand for all: evenly spaced by size, the least and the greatest among them.
 */
export function sampleSeconds(delaysMs: readonly number[]): number[] {
	const sorted = delaysMs.map((ms) => Math.max(0, Math.round(ms)) / 1000).sort((a, b) => a - b)
	if (sorted.length <= MOST_VALUES) return sorted
	const step = (sorted.length - 1) / (MOST_VALUES - 1)
	return Array.from({ length: MOST_VALUES }, (_, i) => sorted[Math.round(i * step)] ?? 0)
}
