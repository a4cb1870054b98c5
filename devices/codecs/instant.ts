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

/** The instant of a text such as `2026-11-24T08:30:00.123456789Z`, whole milliseconds; undefined without a zone. */
export function instantOfText(value: unknown): number | undefined {
	if (typeof value !== 'string' || value.length > 40) return undefined
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)) return undefined
	const ms = Date.parse(value)
	return Number.isNaN(ms) || ms < 0 ? undefined : ms
}
