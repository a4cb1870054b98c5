/**
 * Rounds parts to tenths so that what is shown still adds up to the sum as it is shown: each part is cut to tenths, and
 * the tenths that are left go to those that lost most by it (largest remainder), the first of them where they tie.
 * @param values 0 or more
 */
export function tenthsThatAddUp(values: readonly number[]): number[] {
	const cut = values.map((value) => Math.floor(value * 10 + 1e-9))
	const sum = values.reduce((a, b) => a + b, 0)
	const left = Math.round(sum * 10) - cut.reduce((a, b) => a + b, 0)
	const byRemainder = values
		.map((value, i) => ({ i, remainder: value * 10 - (cut[i] ?? 0) }))
		.sort((a, b) => b.remainder - a.remainder || a.i - b.i)
	const raised = new Set(byRemainder.slice(0, Math.max(0, left)).map(({ i }) => i))
	return cut.map((tenths, i) => (tenths + (raised.has(i) ? 1 : 0)) / 10)
}
