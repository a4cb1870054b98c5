/**
 * How long to wait before the n-th attempt (n from 0) to connect again, in milliseconds: doubles from `base` up to
 * `max`, and a random half of it, so that after an outage a fleet does not come back in the same instant.
 * `random` is in [0, 1).
 */
export const backOff = (attempt: number, random: number, base = 1000, max = 60_000): number => {
	const full = Math.min(max, base * 2 ** Math.min(attempt, 30))
	return Math.round(full / 2 + (full / 2) * random)
}
