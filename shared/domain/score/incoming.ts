import { hourStart } from '../telemetry/hour.ts'
import { dayStart } from '../time/shanghai.ts'
import type { TrackHour } from './deviceTrack.ts'
import { digest } from './digest.ts'

/**
 * Stands for all that a village's day takes over from the days before: of each device the alarm state in its first hour, the
 * readings that may still hold at midnight, and when it was last seen. While this is the same, nothing that came late for an
 * earlier day changes the day's score. A short text, the same for the same content.
 */
export function incomingOf(
	day: string,
	hours: ReadonlyMap<string, readonly TrackHour[]>,
	lastSeen: ReadonlyMap<string, number>,
): string {
	const start = dayStart(day)
	const devices = [...hours].sort(([a], [b]) => (a < b ? -1 : 1))
	return digest(
		devices.map(([device, own]) => {
			const sorted = [...own].sort((a, b) => (a.hour < b.hour ? -1 : 1))
			const first = sorted[0]
			const before = sorted.filter(({ hour }) => hourStart(hour) < start).flatMap(({ readings }) => readings.toSorted())
			return JSON.stringify([device, first?.hour, first?.carry, before, lastSeen.get(device)])
		}),
	)
}
