/** Tells waiting receivers of one queue that something may have become visible: no receiver polls. */
export type Arrivals = {
	/** Grows with each announcement: a receiver that looked before it and waits after it does not miss it. */
	readonly version: () => number
	announce(): void
	/** Resolves at the next announcement after `version`, at `until` (ms since 1970), or when `signal` aborts. */
	next(version: number, until: number, signal?: AbortSignal): Promise<void>
}

/** setTimeout overflows at 2^31 ms; the receiver looks again after it anyway. */
const longestTimer = 2 ** 31 - 1

export const createArrivals = (now: () => number): Arrivals => {
	let version = 0
	const waiting = new Set<() => void>()
	return {
		version: () => version,
		announce: () => {
			version += 1
			for (const wake of [...waiting]) wake()
		},
		next: (seen, until, signal) => {
			if (version !== seen || signal?.aborted) return Promise.resolve()
			return new Promise((resolve) => {
				const wake = (): void => {
					clearTimeout(timer)
					signal?.removeEventListener('abort', wake)
					waiting.delete(wake)
					resolve()
				}
				const timer = setTimeout(wake, Math.min(longestTimer, Math.max(1, until - now())))
				signal?.addEventListener('abort', wake)
				waiting.add(wake)
			})
		},
	}
}
