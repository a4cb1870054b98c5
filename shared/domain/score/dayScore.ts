import type { Profile } from '../../contract/profile/profile.ts'
import { type CourtyardDay, type DayScore, Factor, type LostPart } from '../../contract/score/score.ts'
import { type Revolution, revolutions } from '../../contract/telemetry/measurand.ts'
import { profileOn } from '../profile/inForce.ts'
import { addDays } from '../time/shanghai.ts'
import { type DeviceHistory, deviceHistories } from './deviceHistory.ts'
import { type DeviceLoss, deviceLoss, totalOf } from './deviceLoss.ts'

/** A day's score, and what it was made of. */
export type ScoredDay = { score: DayScore; devices: DeviceLoss[] }

/**
 * Scores each of a courtyard's days from one to another.
 * @param profiles those that the days name; a day whose profile is not among them is judged by the one in force
 * @param days of one courtyard, in any order, each once, also up to `lookBackDays` days before `from`
 */
export const dayScores = (
	profiles: readonly Profile[],
	days: readonly CourtyardDay[],
	from: string,
	to: string,
): DayScore[] => scoredDays(profiles, days, from, to).map(({ score }) => score)

export function scoredDays(
	profiles: readonly Profile[],
	days: readonly CourtyardDay[],
	from: string,
	to: string,
): ScoredDay[] {
	const histories = deviceHistories(days)
	return days
		.filter(({ day }) => from <= day && day <= to)
		.sort((a, b) => (a.day < b.day ? -1 : 1))
		.map((day) => scoredDay(profileOf(profiles, day), day, histories))
}

const profileOf = (profiles: readonly Profile[], { profile, day }: CourtyardDay): Profile =>
	profiles.find(({ id, version }) => `${id}@${version}` === profile) ?? profileOn(profiles, day)

function scoredDay(
	profile: Profile,
	{ courtyard, day, devices }: CourtyardDay,
	histories: ReadonlyMap<string, DeviceHistory>,
): ScoredDay {
	const { scoring, weights } = profile
	const earlier = Array.from({ length: scoring.lookBackDays }, (_, i) => addDays(day, -1 - i))
	const losses = [...devices]
		.sort((a, b) => (a.device < b.device ? -1 : 1))
		.map(({ device }) => deviceLoss(histories.get(device) ?? new Map(), day, earlier))
		.filter((loss) => loss !== undefined)
	const counting = losses.filter(({ valid, missing }) => valid + missing > 0)
	const present = revolutions
		.map((revolution) => ({ revolution, own: counting.filter((loss) => loss.day.revolution === revolution) }))
		.filter(({ own }) => own.length > 0)
	const allWeights = present.reduce((sum, { revolution }) => sum + weights[revolution], 0)
	const shares = present.map(({ revolution, own }) => {
		const known = own.flatMap(({ lost }) => (lost ? totalOf(lost) : []))
		return { revolution, own, weight: weights[revolution] / allWeights, lost: mean(known) }
	})
	const known = shares.flatMap(({ weight, lost }) => (lost === undefined ? [] : { weight, lost }))
	const elsewhere =
		known.reduce((sum, { weight, lost }) => sum + weight * lost, 0) / sumOf(known.map(({ weight }) => weight))
	const parts = known.length === 0 ? [] : shares.flatMap((share) => partsOf(share, share.lost ?? elsewhere))
	const score: DayScore = {
		courtyard,
		day,
		score: known.length === 0 ? null : scoreOf(parts),
		isValid: known.length > 0 && present.every(({ own }) => isRevolutionValid(profile, own)),
		coverage: share(counting),
		revolutions: Object.fromEntries(
			shares.map(({ revolution, own, weight, lost }) => [
				revolution,
				{ score: lost === undefined ? null : Math.max(0, 100 - lost), weight, devices: own.length },
			]),
		),
		parts,
	}
	return { score, devices: losses }
}

/** 100 less all parts; the sum of many may miss a bound by the last digit. */
export const scoreOf = (parts: readonly LostPart[]): number =>
	Math.min(100, Math.max(0, 100 - parts.reduce((sum, { points }) => sum + points, 0)))

/** Every device has the same part of its revolution; one of which nothing is known loses what the others do. */
function partsOf(
	{ revolution, own, weight }: { revolution: Revolution; own: readonly DeviceLoss[]; weight: number },
	others: number,
): LostPart[] {
	return own.flatMap(({ day: { device }, lost, missing }): LostPart | LostPart[] => {
		if (!lost)
			return others === 0
				? []
				: { revolution, device, factor: 'missing', points: (others * weight) / own.length, hours: missing }
		return Factor.options.flatMap((factor) => {
			const part = lost.get(factor)
			if (!part) return []
			const { hours, beyond } = part
			const said = { revolution, device, factor, points: (part.points * weight) / own.length, hours }
			return factor === 'missing' ? said : { ...said, beyond }
		})
	})
}

/** GB 3095-2012, table 4, with hours that were excused taken off what is needed. */
function isRevolutionValid({ scoring }: Profile, own: readonly DeviceLoss[]): boolean {
	const valid = own.filter((loss) => loss.valid >= (scoring.dayHours * (loss.valid + loss.missing)) / 24)
	return valid.length >= Math.ceil(scoring.deviceShare * own.length - 1e-9)
}

const share = (devices: readonly DeviceLoss[]): number => {
	const valid = sumOf(devices.map((device) => device.valid))
	const all = valid + sumOf(devices.map(({ missing }) => missing))
	return all === 0 ? 0 : valid / all
}

const sumOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const mean = (values: readonly number[]): number | undefined =>
	values.length === 0 ? undefined : sumOf(values) / values.length
