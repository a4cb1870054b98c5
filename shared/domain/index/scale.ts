/** Value and index, in the order of rising value. At least two; the index may rise, fall or turn. */
export type Breakpoints = readonly (readonly [value: number, index: number])[]

/**
 * The index of a value: piecewise linear between breakpoints, clamped at the ends (the form of HJ 633-2012 and of the
 * US EPA AQI).
 * @param value in the unit of the measurand
 * @returns the index, unrounded
 */
export function indexOf(value: number, breakpoints: Breakpoints): number {
	let low = breakpoints[0]
	if (!low) throw new RangeError('a scale needs breakpoints')
	if (value <= low[0]) return low[1]
	for (const high of breakpoints) {
		if (value <= high[0]) {
			if (high[0] === low[0]) return high[1]
			return low[1] + ((high[1] - low[1]) * (value - low[0])) / (high[0] - low[0])
		}
		low = high
	}
	return low[1]
}
