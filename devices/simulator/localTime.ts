/** Calendar of the township: Asia/Shanghai, UTC+8 without summer time. Instants are milliseconds since 1970. */

export const hourMs = 3_600_000
export const dayMs = 86_400_000
const offsetMs = 8 * hourMs

/** Number of the local calendar day, 0 = 1970-01-01. */
export const localDay = (at: number): number => Math.floor((at + offsetMs) / dayMs)

/** The local calendar day as it is written: `2026-11-23`. */
export const isoLocalDay = (at: number): string => new Date(at + offsetMs).toISOString().slice(0, 10)

/** Hour of the local day with its fraction, 0 <= h < 24. */
export const localHour = (at: number): number => ((at + offsetMs) % dayMs) / hourMs

/** The instant at which a local day begins. */
export const startOfLocalDay = (day: number): number => day * dayMs - offsetMs

/** 1970-01-01 was a Thursday. */
export const isWeekend = (day: number): boolean => (day + 3) % 7 >= 5

/** 逢场: three market days in ten, as in most Sichuan townships ("three, six, nine"). */
export const isMarketDay = (day: number): boolean => day % 10 === 3 || day % 10 === 6 || day % 10 === 9

/** A curve over the day given at the 24 full hours, joined by straight lines. */
export const dayCurve =
	(hours: readonly number[]) =>
	(hour: number): number => {
		const n = Math.floor(hour)
		const a = hours[n] ?? 0
		const b = hours[(n + 1) % 24] ?? 0
		return a + (b - a) * (hour - n)
	}

/** The share (0-1) of a day's total that the curve has gathered by each hour. */
export const cumulativeDayCurve = (hours: readonly number[]): ((hour: number) => number) => {
	const sums = [0]
	for (let n = 0; n < 24; n++) sums.push((sums[n] ?? 0) + ((hours[n] ?? 0) + (hours[(n + 1) % 24] ?? 0)) / 2)
	const total = sums[24] ?? 1
	return (hour) => {
		const n = Math.floor(hour)
		const a = sums[n] ?? total
		const b = sums[n + 1] ?? total
		return (a + (b - a) * (hour - n)) / total
	}
}
