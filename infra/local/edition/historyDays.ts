const DAY = 86_400_000
/** China has one time zone and no summer time. */
const SHANGHAI_MS = 8 * 3_600_000
const FEWEST_DAYS = 40

/**
 * How many days of history make the whole of last month, so that the demo township has a month that can be ranked; 40 at
 * least, 61 at most. Months are those of Asia/Shanghai.
 */
export const lastMonthAndOn = (now: number): number => {
	const here = new Date(now + SHANGHAI_MS)
	const first = Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - 1, 1)
	const today = Date.UTC(here.getUTCFullYear(), here.getUTCMonth(), here.getUTCDate())
	return Math.max(FEWEST_DAYS, (today - first) / DAY)
}
