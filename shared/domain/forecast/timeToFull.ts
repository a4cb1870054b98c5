import { fills } from './fills.ts'
import { median, type Point, theilSen } from './theilSen.ts'

/** A level in per cent and when it was read, milliseconds since 1970. */
export type Level = { at: number; value: number }

/** When a container reaches its limit, milliseconds since 1970: the likely instant, and between which it lies. */
export type Forecast = {
	level: number
	/** Per cent a day. */
	perDay: number
	fullAt: number
	earliest: number
	latest: number
	/** Emptyings that were seen in the readings. */
	emptyings: number
}

const DAY = 86_400_000
/** An emptying takes out at least so much; less is noise, or waste that settled. */
const EMPTYING = 20
/** Readings of the current fill, and of all fills that count, below which nothing is said. */
const LEAST_POINTS = 6
/** So many fills back: habits change. */
const FILLS = 3
const LAST = 5

/**
 * Time to full: the level now, and the robust slope of the last fills. Nothing where there is no trend: too few readings,
 * or a slope of which it is not certain that it rises.
 * @param levels in the order of time, of one device, thinned to some hours
 * @param limit per cent, where emptying is due
 */
export function timeToFull(levels: readonly Level[], limit: number): Forecast | undefined {
	const points = levels.map(({ at, value }): Point => ({ x: at / DAY, y: value }))
	const runs = fills(points, EMPTYING)
	const last = runs.slice(-FILLS).filter(({ length }) => length >= 2)
	const current = runs.at(-1) ?? []
	const count = last.reduce((sum, { length }) => sum + length, 0)
	if (count < LEAST_POINTS || current.length === 0) return undefined
	const slope = theilSen(last)
	// The interval leaves no doubt that it rises, or there is nothing to plan by.
	if (!slope || slope.low <= 0) return undefined
	const recent = current.slice(-LAST)
	// Each of the last readings, carried forward to the newest; their median is what the level is.
	const newest = recent.at(-1)?.x ?? 0
	const carried = recent.map(({ x, y }) => y + slope.slope * (newest - x))
	const level = median(carried)
	const spread = median(carried.map((value) => Math.abs(value - level)))
	const after = (from: number, perDay: number): number => (newest + Math.max(0, (limit - from) / perDay)) * DAY
	return {
		level,
		perDay: slope.slope,
		fullAt: after(level, slope.slope),
		earliest: after(level + spread, slope.high),
		latest: after(level - spread, slope.low),
		emptyings: runs.length - 1,
	}
}
