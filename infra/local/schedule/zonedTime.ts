/** A wall-clock time to the minute; `month` is 1-12. */
export type WallTime = {
	readonly year: number
	readonly month: number
	readonly day: number
	readonly hour: number
	readonly minute: number
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Throws a RangeError for a zone that is not in the IANA database. */
const formatter = (timeZone: string): Intl.DateTimeFormat => {
	const known = formatters.get(timeZone)
	if (known) return known
	const made = new Intl.DateTimeFormat('en-US', {
		timeZone,
		calendar: 'gregory',
		numberingSystem: 'latn',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
	})
	formatters.set(timeZone, made)
	return made
}

/** What the clocks of the zone show at an instant (milliseconds since 1970). */
export const wallTime = (timeZone: string, instant: number): WallTime => {
	const parts = new Map(
		formatter(timeZone)
			.formatToParts(instant)
			.map(({ type, value }) => [type, Number(value)]),
	)
	const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN
	return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') }
}

const asUtc = ({ year, month, day, hour, minute }: WallTime): number => Date.UTC(year, month - 1, day, hour, minute)

const dayMs = 86_400_000

/**
 * The first instant at which the clocks of the zone show `wall`; undefined when they skip it. A time that they show
 * twice gives the first of the two.
 */
export const instantOf = (timeZone: string, wall: WallTime): number | undefined => {
	const shown = asUtc(wall)
	// The offset that holds is that of the day before or that of the day after, if a change lies between them.
	const offsets = [shown - dayMs, shown + dayMs].map((instant) => asUtc(wallTime(timeZone, instant)) - instant)
	const candidates = offsets.map((offset) => shown - offset).toSorted((a, b) => a - b)
	return candidates.find((instant) => asUtc(wallTime(timeZone, instant)) === shown)
}
