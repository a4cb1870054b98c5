/** Above this a number of seconds would lie beyond the year 5000, so it is milliseconds. */
const MILLISECONDS_FROM = 100_000_000_000

/**
 * The instant a device means, in whole milliseconds since 1970.
 * @returns undefined when the value is not a time since 1970
 */
export function instantOf(value: unknown): number | undefined {
	if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return undefined
	const ms = value < MILLISECONDS_FROM ? value * 1000 : value
	return ms > 8_640_000_000_000_000 ? undefined : Math.round(ms)
}
