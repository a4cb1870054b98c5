/** A moment that the service told, and between which instants of the own clock it did. All in milliseconds since 1970. */
export type ToldTime = { readonly told: number; readonly askedAt: number; readonly heardAt: number }

export type ClockCheck = {
	/** Compares the own clock with what the service told. */
	heard(time: ToldTime): void
	/** Seconds by which the clock was found fast (positive) or slow; absent while it is right or unknown. */
	readonly offBySeconds: number | undefined
}

/** Answers of AWS IoT carry whole seconds. */
const grainMs = 1000

/**
 * Looks whether the own clock is right, by the time that stands in answers of the shadow service. What the way there and
 * back and whole seconds leave open is no fault. It reports only: a reading keeps the time that the clock gave.
 * @param limitMs how far off counts as wrong
 * @param onChange told when the clock is found wrong, wrong by another amount (more than the limit), or right again
 */
export const clockCheck = (
	limitMs: number,
	onChange: (offBySeconds: number | undefined) => void = () => {},
): ClockCheck => {
	let offBySeconds: number | undefined
	return {
		heard: ({ told, askedAt, heardAt }) => {
			const middle = (askedAt + heardAt) / 2
			const off = middle - (told + grainMs / 2)
			const open = Math.abs(heardAt - askedAt) / 2 + grainMs / 2
			const found = Math.abs(off) > limitMs + open ? Math.round(off / 1000) : undefined
			if (found === offBySeconds) return
			const isSame =
				found !== undefined && offBySeconds !== undefined && Math.abs(found - offBySeconds) * 1000 <= limitMs
			if (isSame) return
			offBySeconds = found
			onChange(found)
		},
		get offBySeconds() {
			return offBySeconds
		},
	}
}
