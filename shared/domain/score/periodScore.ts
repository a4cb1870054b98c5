import type { Scoring } from '../../contract/profile/judgingRules.ts'
import type { Profile } from '../../contract/profile/profile.ts'
import type { CourtyardDay, DayScore, DeviceHours, LostPart, PeriodScore } from '../../contract/score/score.ts'
import { type Revolution, revolutions } from '../../contract/telemetry/measurand.ts'
import { profileOn } from '../profile/inForce.ts'
import { daysBetween, daysOfMonth, lastDayOf, monthOf } from '../time/shanghai.ts'
import { scoredDays, scoreOf } from './dayScore.ts'
import type { DeviceLoss } from './deviceLoss.ts'
import { periodDoubts } from './periodDoubts.ts'

/**
 * A courtyard's score from one day to another, both included: the mean of the days of which anything is known.
 * @param days of one courtyard, each once, in any order; also up to `lookBackDays` days before `from`
 * @throws when there is no day at all of which the courtyard's name could be taken
 */
export function periodScore(
	profiles: readonly Profile[],
	days: readonly CourtyardDay[],
	from: string,
	to: string,
): PeriodScore {
	const courtyard = days[0]?.courtyard
	if (courtyard === undefined) throw new RangeError('a period is scored from days, and there are none')
	const scored = scoredDays(profiles, days, from, to)
	const dayScores = scored.map(({ score }) => score)
	const known = dayScores.filter(({ score }) => score !== null)
	const parts = meanParts(known)
	const devices = deviceHours(scored.flatMap((day) => day.devices))
	const validDays = known.filter(({ isValid }) => isValid).length
	const neededDays = daysNeeded(profiles, from, to)
	const valid = devices.reduce((sum, device) => sum + device.valid, 0)
	const all = valid + devices.reduce((sum, device) => sum + device.missing, 0)
	return {
		courtyard,
		from,
		to,
		score: known.length === 0 ? null : scoreOf(parts),
		isSufficient: validDays >= neededDays,
		validDays,
		neededDays,
		coverage: all === 0 ? 0 : valid / all,
		revolutions: revolutionParts(known, parts, devices),
		parts,
		doubts: periodDoubts(profiles, days, from, to),
		devices,
		days: dayScores,
	}
}

/** A courtyard's score for a month, `2026-11`. @throws when there is no day at all */
export const monthScore = (profiles: readonly Profile[], days: readonly CourtyardDay[], month: string): PeriodScore =>
	periodScore(profiles, days, `${month}-01`, lastDayOf(month))

/** GB 3095-2012: 27 valid days a month, 25 in a February; of a part of a month the same share, rounded up. */
function daysNeeded(profiles: readonly Profile[], from: string, to: string): number {
	let needed = 0
	for (const [month, days] of Map.groupBy(daysBetween(from, to), monthOf)) {
		needed +=
			(days.length * daysOfAMonth(profileOn(profiles, days[0] ?? from).scoring, month)) / daysOfMonth(month).length
	}
	return Math.ceil(needed - 1e-9)
}

const daysOfAMonth = ({ monthDays, februaryDays }: Scoring, month: string): number =>
	month.endsWith('-02') ? februaryDays : monthDays

function meanParts(days: readonly DayScore[]): LostPart[] {
	const sums = new Map<string, LostPart>()
	for (const part of days.flatMap(({ parts }) => parts)) {
		const key = `${revolutions.indexOf(part.revolution)} ${part.device} ${part.factor}`
		const known = sums.get(key)
		if (known) {
			known.points += part.points
			known.hours += part.hours
			if (part.beyond !== undefined) known.beyond = (known.beyond ?? 0) + part.beyond
		} else sums.set(key, { ...part })
	}
	return [...sums]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, part]) => ({ ...part, points: part.points / days.length }))
}

function deviceHours(losses: readonly DeviceLoss[]): DeviceHours[] {
	const devices = new Map<string, DeviceHours>()
	for (const { day, valid, missing, excused } of losses) {
		const { device, revolution } = day
		const known = devices.get(device) ?? { device, revolution, valid: 0, missing: 0, excused: {} }
		known.valid += valid
		known.missing += missing
		for (const [why, hours] of Object.entries(excused)) {
			const reason = why as keyof typeof excused
			known.excused[reason] = (known.excused[reason] ?? 0) + hours
		}
		devices.set(device, known)
	}
	return [...devices.values()].sort((a, b) => (a.device < b.device ? -1 : 1))
}

/** Its weight is the mean of its days', and its score is the one that lost what its parts tell. */
function revolutionParts(
	days: readonly DayScore[],
	parts: readonly LostPart[],
	devices: readonly DeviceHours[],
): PeriodScore['revolutions'] {
	const found: PeriodScore['revolutions'] = {}
	for (const revolution of revolutions) {
		const own = devices.filter((device) => device.revolution === revolution)
		if (own.length === 0) continue
		const weight = days.reduce((sum, day) => sum + (day.revolutions[revolution]?.weight ?? 0), 0) / days.length
		const isKnown = days.some((day) => isScored(day, revolution))
		const lost = parts.filter((part) => part.revolution === revolution).reduce((sum, { points }) => sum + points, 0)
		found[revolution] = {
			score: isKnown ? Math.min(100, Math.max(0, 100 - lost / weight)) : null,
			weight: days.length === 0 ? 0 : weight,
			devices: own.length,
		}
	}
	return found
}

const isScored = (day: DayScore, revolution: Revolution): boolean =>
	typeof day.revolutions[revolution]?.score === 'number'
