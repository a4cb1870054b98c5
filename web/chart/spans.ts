import { dayStart, nextDay, shanghaiDay } from '../../shared/domain/time/shanghai.ts'

/** From one instant to another, milliseconds since 1970. */
export interface Span {
	readonly from: number
	readonly to: number
}

/** What was measured at an instant. */
export interface Point {
	readonly at: number
	readonly value: number
	/** Of a stretch of time: the least and the greatest value in it. */
	readonly low?: number
	readonly high?: number
}

/** The times between readings, and at both ends of the range, that are longer than a reading holds. */
export const gapsOf = (points: readonly Point[], { from, to }: Span, holdMs: number): Span[] => {
	const instants = [from, ...points.map(({ at }) => at).filter((at) => at >= from && at <= to), to]
	return instants.slice(1).flatMap((at, index) => {
		const before = instants[index] ?? at
		return at - before > holdMs ? [{ from: before, to: at }] : []
	})
}

const hour = 3_600_000

/** The nights of the township in a range: 22:00 to 6:00. */
export const nightsOf = ({ from, to }: Span): Span[] => {
	const nights: Span[] = []
	for (let day = shanghaiDay(from - 24 * hour); dayStart(day) < to; day = nextDay(day)) {
		const night = { from: Math.max(from, dayStart(day) + 22 * hour), to: Math.min(to, dayStart(day) + 30 * hour) }
		if (night.from < night.to) nights.push(night)
	}
	return nights
}

/** The series as they are drawn: instants in seconds; where values have a range, its ends; last the values. */
export type Series = [number[], ...(number | null)[][]]

/** A hole in the line wherever there is a gap. */
export const withHoles = (points: readonly Point[], gaps: readonly Span[]): Series => {
	const holes = gaps.map(({ from, to }) => ({ at: (from + to) / 2, value: null, low: null, high: null }))
	const all = [...points, ...holes].sort((a, b) => a.at - b.at)
	const ends = points.some(({ low }) => low !== undefined)
		? [all.map(({ low, value }) => low ?? value), all.map(({ high, value }) => high ?? value)]
		: []
	return [all.map(({ at }) => at / 1000), ...ends, all.map(({ value }) => value)]
}
