import { draw, drawBetween, smoothNoise, textHash, toDecimals } from '../hash.ts'
import { episodeAt } from './episode.ts'
import { cumulativeDayCurve, hourMs, isMarketDay, isWeekend, localDay, localHour } from './localTime.ts'
import type { MakeModel } from './model.ts'
import { airTemperature } from './weather.ts'

const roundEvery = textHash('round every')
const roundHour = textHash('round hour')
const roundMissed = textHash('round missed')
const madeUp = textHash('round made up')
const amount = textHash('waste amount')
const dayAmount = textHash('waste of the day')
const sensor = textHash('waste sensor')
const stand = textHash('stand')
const fire = { salt: textHash('fire'), everyDays: 30, chance: 0.08, hours: [0.7, 2] } as const
const overturned = { salt: textHash('overturned'), everyDays: 30, chance: 0.1, hours: [1, 9] } as const

/** Waste comes after meals and at the end of the day. */
const gathered = cumulativeDayCurve([
	0.1, 0.05, 0.05, 0.05, 0.1, 0.3, 0.8, 1.3, 1, 0.6, 0.5, 0.7, 1.3, 1.2, 0.6, 0.5, 0.6, 0.9, 1.3, 1.6, 1.2, 0.7, 0.4,
	0.2,
])

/**
 * A bin fills by the day and the truck empties it every one to three days; a missed round is mostly made up the next
 * afternoon, until then the bin overflows.
 */
export const wasteModel: MakeModel = ({ equipment, character }, keys, surroundings) => {
	const key = keys.device
	const every = equipment === 'collection-point' ? 1 : 1 + Math.floor(draw(key, roundEvery, 0) * 3)
	const phase = Math.floor(draw(key, roundEvery, 1) * every)
	const perDay = drawBetween(key, amount, 0, 42, 62) / every
	const missing = character === 'neglected' ? 0.65 : 0.035
	const makingUp = character === 'neglected' ? 0.25 : 0.8

	const isRound = (day: number): boolean => (day + phase) % every === 0
	const missed = (day: number): boolean => draw(key, roundMissed, day) < missing
	const emptiedOn = (day: number): number | undefined => {
		if (isRound(day) && !missed(day)) return drawBetween(key, roundHour, day, 7, 10)
		const makesUp = isRound(day - 1) && missed(day - 1) && draw(key, madeUp, day) < makingUp
		return makesUp ? drawBetween(key, roundHour, day, 14, 17) : undefined
	}
	const wasteOf = (day: number): number =>
		perDay *
		drawBetween(key, dayAmount, day, 0.8, 1.2) *
		(isWeekend(day) ? 1.25 : 1) *
		(isMarketDay(day) ? 1.15 : 1) *
		surroundings.waste(day)

	const fillAt = (at: number): number => {
		const today = localDay(at)
		let fill = 0
		let until = localHour(at)
		for (let day = today; day > today - 14; day--) {
			const hour = emptiedOn(day)
			if (hour !== undefined && hour <= until) {
				return 2 + fill + wasteOf(day) * (gathered(until) - gathered(hour))
			}
			fill += wasteOf(day) * gathered(until)
			until = 24
		}
		return 2 + fill
	}

	/** Degrees above the surroundings: a quick rise, a slow end. */
	const heat = (at: number): number => {
		const burning = episodeAt(key, fire, at)
		if (burning === undefined) return 0
		const shape = burning.progress < 0.2 ? burning.progress / 0.2 : (1 - burning.progress) / 0.8
		return (70 + 70 * burning.strength) * Math.sqrt(shape)
	}

	return (at, slot) => {
		// The ultrasonic sensor sees no more than the heap above the rim.
		const fill = Math.min(fillAt(at), 106) + 1.2 * (draw(key, sensor, slot) - 0.5)
		const fallen = episodeAt(key, overturned, at)
		const tilt = fallen === undefined ? drawBetween(key, stand, 0, 0.5, 2.5) : 70 + 20 * fallen.strength
		const rotting = 1 + fill * 0.04
		const wobble = 0.8 * smoothNoise(key, sensor, at / hourMs)
		return {
			fill: toDecimals(Math.max(0, fill), 1),
			temperature: toDecimals(airTemperature(keys.weather, at) + rotting + wobble + heat(at), 1),
			tilt: toDecimals(tilt + 0.4 * draw(key, stand, slot), 1),
		}
	}
}
