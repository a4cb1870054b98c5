import type { CourtyardDay } from '../../shared/contract/score/score.ts'
import { profileOn } from '../../shared/domain/profile/inForce.ts'
import { isOver } from '../../shared/domain/score/dayOver.ts'
import { incomingOf } from '../../shared/domain/score/incoming.ts'
import { courtyardsOf, placedDevices } from '../../shared/domain/score/placedDevices.ts'
import { scoreVillageDay } from '../../shared/domain/score/villageDay.ts'
import { dayEnd, dayStart, lastDayOf, monthOf } from '../../shared/domain/time/shanghai.ts'
import { inParallel } from '../../shared/work/inParallel.ts'
import type { ScorePorts } from './ports.ts'
import { readDay } from './readDay.ts'

export type VillageDayKey = { village: string; day: string }

/** A village's day as it was worked out just now. */
export type Computed = VillageDayKey & {
	turn: number
	/** In the order of courtyards; none where no device of the village counted. */
	days: CourtyardDay[]
	incoming: string
	/** What it was last scored from came over from the days before as it is now. */
	isIncomingKnown: boolean
}

/** Courtyard-days that are written at a time. */
const WIDTH = 8

/**
 * Works out a village's day. Everything it depends on is read after the turn was taken, so of two that work on the same day
 * the one with the later turn knows at least as much.
 */
export async function computeDay(ports: ScorePorts, { village, day }: VillageDayKey): Promise<Computed> {
	const { turn, incoming: known } = await ports.scores.take(village, day)
	const registry = await ports.registry.recent()
	const placed = placedDevices(registry, day).get(village) ?? []
	const profile = profileOn(registry.profiles, day)
	const { hours, lastSeen } = await readDay(ports.telemetry, profile, day, placed)
	const exclusions = await ports.exclusions.between(dayStart(day), dayEnd(day))
	const days = scoreVillageDay({
		profile,
		day,
		devices: placed,
		hours,
		lastSeen,
		exclusions,
		courtyards: courtyardsOf(placed),
	})
	const incoming = incomingOf(day, hours, lastSeen)
	return { village, day, turn, days, incoming, isIncomingKnown: incoming === known }
}

/**
 * Puts a village's day in place, then notes that it is there; a month that is over is to be ranked anew. In this order:
 * whoever dies in between leaves a day that is still to be scored.
 * @param changed those of its courtyard-days that are to be written
 * @returns `outdated` when somebody who knew more came first, and what they put stayed
 */
export async function putDay(
	ports: ScorePorts,
	{ village, day, turn, days, incoming }: Computed,
	changed: readonly CourtyardDay[],
	now: number,
): Promise<'stored' | 'outdated'> {
	const put = await inParallel(changed, WIDTH, (one) => ports.scores.put(one, turn))
	if (put.includes('outdated')) return 'outdated'
	const month = monthOf(day)
	if (changed.length > 0 && isOver(lastDayOf(month), now)) await ports.draftMarks.add(month)
	if (days.length > 0) {
		const courtyards = days.map(({ courtyard }) => courtyard)
		await ports.scores.finish(village, day, courtyards, incoming)
	} else if (changed.length > 0) await ports.scores.touch(village, day)
	return 'stored'
}
