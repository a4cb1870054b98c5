import { courtyardOn } from '../../shared/domain/registry/placement.ts'
import { isOver } from '../../shared/domain/score/dayOver.ts'
import { courtyardsOf, placedDevices } from '../../shared/domain/score/placedDevices.ts'
import { addDays, daysBetween, shanghaiDay } from '../../shared/domain/time/shanghai.ts'
import type { LateMark } from '../../shared/ports/dayScores.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import type { ScoredVillages } from '../../shared/ports/scoredVillages.ts'

/** Days that were missed are looked for so far back. */
const LOOK_BACK_DAYS = 40

/**
 * Why a village's day is due. `unscored`: somebody's day is not there. `late`: readings came after it was scored.
 * `follows`: what it took over from the days before may have changed; where it has not, all stays as it is.
 */
export type Reason = 'unscored' | 'late' | 'follows'

/** The village-days that are not scored yet, of the last 40 days that are over, the oldest first. */
export async function unscoredDays(
	registry: Registry,
	scores: Pick<ScoredVillages, 'finished'>,
	now: number,
): Promise<{ village: string; day: string }[]> {
	const today = shanghaiDay(now)
	const days = daysBetween(addDays(today, -LOOK_BACK_DAYS), addDays(today, -1)).filter((day) => isOver(day, now))
	const [first, last] = [days[0], days.at(-1)]
	if (first === undefined || last === undefined) return []
	const finished = await scores.finished(first, last)
	return days.flatMap((day) =>
		[...placedDevices(registry, day)]
			.filter(([, placed]) => courtyardsOf(placed).some((courtyard) => !finished.get(day)?.has(courtyard)))
			.map(([village]) => ({ village, day }))
			.sort((a, b) => (a.village < b.village ? -1 : 1)),
	)
}

/**
 * Where a late mark begins to tell: its day in the village where the device was then, and for each village it moved to since
 * the day it came there, for the alarm state came along.
 */
export function reachOf(
	{ devices, courtyards }: Pick<Registry, 'devices' | 'courtyards'>,
	{ device: id, day }: LateMark,
): { village: string; day: string; reason: Reason }[] {
	const device = devices.get(id)
	if (!device) return []
	const entries = [day, ...device.moves.map(({ until }) => until).filter((until) => until > day)]
	return entries.flatMap((entry, i) => {
		const courtyard = courtyardOn(device, entry) ?? device.courtyard
		const village = courtyards.get(courtyard)?.village
		return village === undefined ? [] : [{ village, day: entry, reason: i === 0 ? 'late' : 'follows' }]
	})
}
