import { draw, drawBetween, textHash } from '../hash.ts'
import { dayMs, hourMs } from './localTime.ts'

const start = textHash('episode start')
const length = textHash('episode length')
const force = textHash('episode force')

/** One kind of thing that goes wrong now and then. */
export type EpisodeRule = {
	/** Names the random stream. */
	salt: number
	/** Time is cut into windows of so many days; each holds at most one episode. */
	everyDays: number
	/** Probability that a window has one, 0-1. */
	chance: number
	/** Shortest and longest episode in hours; shorter than the window. */
	hours: readonly [number, number]
}

export type Episode = {
	/** Hours since it began. */
	elapsed: number
	/** How far through it is, 0-1. */
	progress: number
	/** How bad this one is, 0-1. */
	strength: number
}

/** The episode that is under way at an instant, if any. */
export const episodeAt = (key: number, rule: EpisodeRule, at: number): Episode | undefined => {
	const window = rule.everyDays * dayMs
	const n = Math.floor(at / window)
	if (draw(key, rule.salt, n) >= rule.chance) return undefined
	const stream = key ^ rule.salt
	const lasts = drawBetween(stream, length, n, rule.hours[0], rule.hours[1]) * hourMs
	const elapsed = at - n * window - draw(stream, start, n) * (window - lasts)
	if (elapsed < 0 || elapsed >= lasts) return undefined
	return { elapsed: elapsed / hourMs, progress: elapsed / lasts, strength: draw(stream, force, n) }
}
