import type { Profile } from '../../contract/profile/profile.ts'
import { type CourtyardDay, Doubt, type PeriodScore } from '../../contract/score/score.ts'
import { profileOn } from '../profile/inForce.ts'
import { addDays } from '../time/shanghai.ts'

type Hour = { day: string; is: 'valid' | 'excused' | 'gap' }

/**
 * Doubts about sensors, with the days on which they were seen: those of each day, a gap of several hours that nothing
 * explains in a device that had reported, and a radio signal that jumped overnight, as when a sensor was carried away.
 * @param days of one courtyard; also the day before `from`
 */
export function periodDoubts(
	profiles: readonly Profile[],
	days: readonly CourtyardDay[],
	from: string,
	to: string,
): PeriodScore['doubts'] {
	const found = new Map<string, Set<string>>()
	const note = (device: string, doubt: Doubt, day: string): void => {
		if (day < from || day > to) return
		const key = `${device} ${doubt}`
		found.set(key, (found.get(key) ?? new Set()).add(day))
	}
	const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1))
	const hours = new Map<string, Hour[]>()
	const signals = new Map<string, { day: string; signal: number }>()
	for (const { day, devices } of sorted) {
		for (const { device, doubts, hours: own, signal } of devices) {
			for (const doubt of doubts) note(device, doubt, day)
			const known = hours.get(device) ?? []
			known.push(...own.map(({ is }) => ({ day, is })))
			hours.set(device, known)
			if (signal === undefined) continue
			const before = signals.get(device)
			const { signalJump } = profileOn(profiles, day).scoring.doubts
			const jumped = before?.day === addDays(day, -1) && Math.abs(signal - before.signal) >= signalJump
			if (jumped) note(device, 'moved', day)
			signals.set(device, { day, signal })
		}
	}
	for (const [device, all] of hours) for (const day of coverageDrops(profiles, all)) note(device, 'coverage-drop', day)
	return [...found]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, on]) => {
			const [device = '', doubt = ''] = key.split(' ')
			return { device, doubt: Doubt.parse(doubt), days: [...on].sort() }
		})
}

/** Days on which an unexplained gap reached `gapHours` after the last hour that was judged; excused hours do not matter. */
function coverageDrops(profiles: readonly Profile[], hours: readonly Hour[]): string[] {
	const days: string[] = []
	let run: number | undefined
	for (const { day, is } of hours) {
		if (is === 'valid') run = 0
		else if (is === 'gap' && run !== undefined) {
			run += 1
			if (run === profileOn(profiles, day).scoring.doubts.gapHours) days.push(day)
		}
	}
	return days
}
