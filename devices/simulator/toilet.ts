import { draw, drawBetween, drawCount, smoothNoise, textHash, toDecimals } from '../hash.ts'
import { episodeAt } from './episode.ts'
import {
	cumulativeDayCurve,
	dayCurve,
	dayMs,
	hourMs,
	isMarketDay,
	isWeekend,
	localDay,
	localHour,
	startOfLocalDay,
} from './localTime.ts'
import type { MakeModel } from './model.ts'
import { airTemperature } from './weather.ts'

const scale = textHash('toilet scale')
const arrivals = textHash('toilet visits')
const cleaningTime = textHash('cleaning time')
const cleaningSkipped = textHash('cleaning skipped')
const freshAir = textHash('fresh air')
const sensor = textHash('toilet sensor')
const sludgeDays = textHash('sludge days')
const sludgePhase = textHash('sludge phase')
const sludgePeak = textHash('sludge peak')
const odour = { salt: textHash('odour'), everyDays: 25, chance: 0.35, hours: [3, 14] } as const

/** Visits of the day: early morning, after lunch, evening. */
const publicHours = [
	0.1, 0.05, 0.05, 0.05, 0.1, 0.4, 1, 1.2, 0.9, 0.7, 0.6, 0.8, 1, 0.8, 0.6, 0.5, 0.6, 0.8, 1, 1.1, 0.9, 0.6, 0.4, 0.2,
] as const
const publicDay = dayCurve(publicHours)
/** Share of a day's use by each hour; near enough for households, which are cleaned once a day. */
const used = cumulativeDayCurve(publicHours)
const householdDay = dayCurve([
	0.2, 0.1, 0.1, 0.1, 0.2, 0.8, 1.4, 1.2, 0.6, 0.4, 0.4, 0.7, 1, 0.8, 0.4, 0.4, 0.5, 0.8, 1, 1.2, 1.3, 1.1, 0.7, 0.4,
])
const cleaningHours = [6.3, 12.6, 18.4] as const

/**
 * Visits are counts with a mean that follows the day; smell follows the last visits, the hours since cleaning and the
 * warmth; the septic tank is a saw-tooth of weeks.
 */
export const toiletModel: MakeModel = ({ device, equipment, character }, keys) => {
	const key = keys.device
	const isPublic = equipment === 'public-toilet'
	const perHour = isPublic ? drawBetween(key, scale, 0, 3, 9) : drawBetween(key, scale, 0, 0.8, 1.6)
	const intervalMs = device.interval * 1000
	const skipped = character === 'neglected' ? 0.62 : 0.05
	const base = drawBetween(key, freshAir, 0, 0.03, 0.09)
	const cycleDays = isPublic ? drawBetween(key, sludgeDays, 0, 32, 75) : drawBetween(key, sludgeDays, 0, 110, 260)

	const rate = (at: number): number => {
		const hour = localHour(at)
		if (!isPublic) return perHour * householdDay(hour) * (isWeekend(localDay(at)) ? 1.2 : 1)
		const market = isMarketDay(localDay(at)) && hour > 6 && hour < 14
		return perHour * publicDay(hour) * (market ? 1.9 : 1)
	}
	const visits = (at: number, slot: number): number =>
		drawCount(key, arrivals, slot, (rate(at) * device.interval) / 3600)

	/** Use since the last cleaning, in days' worth of visits: dirt comes with people, not with the hours of the night. */
	const useSinceCleaning = (at: number): number => {
		const today = localDay(at)
		for (let day = today; day > today - 4; day--) {
			for (let round = 2; round >= 0; round--) {
				const n = day * 3 + round
				const hour = (cleaningHours[round] ?? 0) + drawBetween(key, cleaningTime, n, -0.4, 0.4)
				const cleaned = startOfLocalDay(day) + hour * hourMs
				// A household cleans once a day, in the morning.
				if (cleaned > at || (!isPublic && round > 0) || draw(key, cleaningSkipped, n) < skipped) continue
				return today - day + used(localHour(at)) - used(hour)
			}
		}
		return 4
	}

	const septic = (at: number): number => {
		const cycles = at / (cycleDays * dayMs) + draw(key, sludgePhase, 0)
		const n = Math.floor(cycles)
		const late = draw(key, sludgePeak, n) < (character === 'neglected' ? 0.6 : 0.12)
		const peak = late ? 97 : drawBetween(key, sludgePeak, -n, 66, 82)
		return 12 + (peak - 12) * (cycles - n)
	}

	return (at, slot) => {
		const now = visits(at, slot)
		const recent = now + 0.7 * visits(at - intervalMs, slot - 1) + 0.4 * visits(at - 2 * intervalMs, slot - 2)
		const load = ((recent / 2.1) * 3600) / device.interval / 10
		const dirt = 1 - Math.exp(-useSinceCleaning(at) / (character === 'neglected' ? 0.6 : 0.4))
		// At night the smell settles and the room airs.
		const stirred = 0.5 + 0.5 * Math.min(1, publicDay(localHour(at)))
		const warm = 0.55 + airTemperature(keys.weather, at) / 45
		const smell = episodeAt(key, odour, at)
		const bad = smell === undefined ? 0 : (0.9 + 1.6 * smell.strength) * Math.sin(Math.PI * smell.progress)
		const neglect = character === 'neglected' ? 10 : 1
		const drift = character === 'drifting' ? 0.018 * ((at / dayMs) % 45) : 0
		const noise = 1 + 0.12 * smoothNoise(key, sensor, at / hourMs) + 0.05 * (draw(key, sensor, slot) - 0.5)
		const full = septic(at)
		const ammonia =
			(base + (0.16 * dirt * stirred + (isPublic ? 0.16 : 0.04) * load) * warm * neglect + bad) * noise + drift
		const septicLevel = toDecimals(full + 0.6 * smoothNoise(key, sludgePeak, at / hourMs), 1)
		if (!isPublic) return { ammonia: toDecimals(ammonia, 2), septicLevel, visits: now }
		const hydrogenSulfide = toDecimals(0.0008 + (ammonia - drift) * (0.003 + full * 0.00006), 3)
		return { ammonia: toDecimals(ammonia, 2), hydrogenSulfide, septicLevel, visits: now }
	}
}
