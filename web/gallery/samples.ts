import { dayStart } from '../../shared/domain/time/shanghai.ts'
import type { Point } from '../chart/spans.ts'
import type { HeatDay } from '../components/CalendarHeat.tsx'

const from = dayStart('2026-11-22')
const to = dayStart('2026-11-24')
const hour = 3_600_000

/** Two days of ammonia, a reading every ten minutes, with three hours missing and one evening over the limit. */
export const range = { from, to }
export const ammonia: readonly Point[] = Array.from({ length: 288 }, (_, step) => {
	const at = from + step * 600_000
	const evening = Math.exp(-(((at - from - 43 * hour) / (2 * hour)) ** 2))
	return { at, value: 0.32 + 0.18 * Math.sin((at - from) / (3.8 * hour)) + 1.1 * evening + 0.03 * Math.sin(step * 1.7) }
}).filter(({ at }) => at < from + 13 * hour || at > from + 16 * hour)
export const alarms = [{ from: from + 41.4 * hour, to: from + 44.6 * hour }]

export const heatDays: readonly HeatDay[] = Array.from({ length: 23 }, (_, index) => {
	const score = [97, 95, 91, 88, 93, 96, 72, 58, 81, 90, 94, 96][index % 12] ?? 90
	const day = `2026-11-${String(index + 1).padStart(2, '0')}`
	if (index === 16) return { day, score: null, band: 'insufficient' }
	return { day, score, band: score >= 90 ? 'excellent' : score >= 75 ? 'good' : score >= 60 ? 'fair' : 'poor' }
})
