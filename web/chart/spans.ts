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

/** The series as it is drawn: a hole in the line wherever there is a gap. */
export const withHoles = (points: readonly Point[], gaps: readonly Span[]): [number[], (number | null)[]] => {
	const holes = gaps.map(({ from, to }) => ({ at: (from + to) / 2, value: null }))
	const all = [...points, ...holes].sort((a, b) => a.at - b.at)
	return [all.map(({ at }) => at / 1000), all.map(({ value }) => value)]
}
