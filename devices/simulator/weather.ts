import { draw, drawBetween, smoothNoise, textHash } from '../hash.ts'
import { dayMs, localDay, localHour } from './localTime.ts'

const warmth = textHash('warmth')
const wet = textHash('wet')
const wetStart = textHash('wet start')
const wetHours = textHash('wet hours')
const wetStrength = textHash('wet strength')

/** 0 in mid-January, 1 in mid-July. */
const summer = (day: number): number => 0.5 - 0.5 * Math.cos((2 * Math.PI * ((day % 365.2425) - 17)) / 365.2425)

/** Air temperature in °C, as in the Sichuan basin: 6 °C in January, 26 °C in July, ± 3.5 °C over the day and by spell. */
export const airTemperature = (weatherKey: number, at: number): number => {
	const season = 6 + 20.4 * summer(localDay(at))
	const overTheDay = 3.5 * Math.cos((2 * Math.PI * (localHour(at) - 15)) / 24)
	return season + overTheDay + 3.5 * smoothNoise(weatherKey, warmth, at / (3 * dayMs))
}

/** Rain in mm/h: at most one shower a local day, more and heavier in summer. */
export const rain = (weatherKey: number, at: number): number => {
	const day = localDay(at)
	const warm = summer(day)
	if (draw(weatherKey, wet, day) > 0.22 + 0.2 * warm) return 0
	const hours = drawBetween(weatherKey, wetHours, day, 2, 8)
	const elapsed = localHour(at) - drawBetween(weatherKey, wetStart, day, 0, 24 - hours)
	if (elapsed < 0 || elapsed > hours) return 0
	return Math.sin((Math.PI * elapsed) / hours) * drawBetween(weatherKey, wetStrength, day, 0.5, 3 + 5 * warm)
}
