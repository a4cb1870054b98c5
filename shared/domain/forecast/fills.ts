import { median, type Point } from './theilSen.ts'

/** Readings before and after a point that are compared: one wild value among them is no emptying. */
const AROUND = 3

/**
 * Cuts a level into fills: a new one begins where the median of the next readings lies at least `drop` below that of those
 * before, which is an emptying. Readings of the moment between (half emptied) may fall on either side.
 * @param points in the order of x
 * @param drop in the unit of y
 */
export function fills(points: readonly Point[], drop: number): Point[][] {
	const cuts: number[] = []
	for (let i = 1; i < points.length; i += 1) {
		const before = points.slice(Math.max(cuts.at(-1) ?? 0, i - AROUND), i).map(({ y }) => y)
		const after = points.slice(i, i + AROUND).map(({ y }) => y)
		if (after.length < 2 || median(before) - median(after) < drop) continue
		// The step may show in the medians one reading early: it is where the level falls most.
		const place = steepest(points, i, Math.min(points.length - 1, i + AROUND - 1))
		if (place > (cuts.at(-1) ?? 0)) cuts.push(place)
		i = place
	}
	return [0, ...cuts].map((from, i) => points.slice(from, cuts[i]))
}

function steepest(points: readonly Point[], from: number, to: number): number {
	let [place, fall] = [from, 0]
	for (let i = from; i <= to; i += 1) {
		const fell = (points[i - 1]?.y ?? 0) - (points[i]?.y ?? 0)
		if (fell > fall) [place, fall] = [i, fell]
	}
	return place
}
