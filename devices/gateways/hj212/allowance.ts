export type Allowance = {
	/** Takes note of bytes that came; returns for how many milliseconds nothing more should be read, 0 for none. */
	spend(bytes: number): number
}

/** So many bytes a second on average, and up to two seconds' worth at once. */
export function allowance(bytesPerSecond: number, now: () => number = performance.now.bind(performance)): Allowance {
	const most = 2 * bytesPerSecond
	let left = most
	let at = now()
	return {
		spend: (bytes) => {
			const moment = now()
			left = Math.min(most, left + ((moment - at) / 1000) * bytesPerSecond) - bytes
			at = moment
			return left >= 0 ? 0 : Math.ceil((-left / bytesPerSecond) * 1000)
		},
	}
}
