import { hourStart } from '../telemetry/hour.ts'
import { dayStart } from '../time/shanghai.ts'
import type { TrackHour } from './deviceTrack.ts'

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

/** Two 32-bit hashes side by side, FNV-1a with different multipliers: for telling texts apart, not for secrecy. */
function digest(texts: readonly string[]): string {
	let [a, b] = [0x811c9dc5, 0x9e3779b9]
	for (const text of texts) {
		for (let i = 0; i < text.length; i += 1) {
			const code = text.charCodeAt(i)
			a = Math.imul(a ^ code, 0x01000193)
			b = Math.imul(b ^ code, 0x85ebca6b)
			b ^= b >>> 13
		}
	}
	return `${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}`
}
