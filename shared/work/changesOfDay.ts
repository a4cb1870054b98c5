import type { Profile } from '../contract/profile/profile.ts'
import type { DayChanges } from '../contract/score/dayChanges.ts'
import { courtyardChange, dayChanges, firstDayFor } from '../domain/score/dayChanges.ts'
import type { DayScores } from '../ports/dayScores.ts'
import { inParallel } from './inParallel.ts'

/** Courtyards that are read at a time. */
const WIDTH = 16

/** How a day of these courtyards differs from the day before, from the days that are kept: some days are read of each. */
export async function changesOfDay(
	scores: Pick<DayScores, 'days'>,
	profiles: readonly Profile[],
	courtyards: readonly string[],
	day: string,
): Promise<DayChanges> {
	const first = firstDayFor(profiles, day)
	const changes = await inParallel(courtyards, WIDTH, async (courtyard) => {
		const change = courtyardChange(profiles, await scores.days(courtyard, first, day), day)
		return change ? [change] : []
	})
	return dayChanges(day, changes.flat())
}
