import { profileOn } from '../domain/profile/inForce.ts'
import { monthScore } from '../domain/score/periodScore.ts'
import { addDays, lastDayOf } from '../domain/time/shanghai.ts'
import type { DayScores } from '../ports/dayScores.ts'
import type { MonthScores } from '../ports/monthScores.ts'
import type { RegistryReader } from '../ports/registry.ts'

/** Environment scores of months, worked out from the days that are kept. */
export const monthScoresFrom = (
	registry: Pick<RegistryReader, 'current'>,
	dayScores: Pick<DayScores, 'days'>,
): MonthScores => ({
	async environment(courtyard, month) {
		const { profiles } = await registry.current()
		const first = `${month}-01`
		const { lookBackDays } = profileOn(profiles, first).scoring
		const days = await dayScores.days(courtyard, addDays(first, -lookBackDays), lastDayOf(month))
		if (days.length === 0) return null
		const { score, isSufficient } = monthScore(profiles, days, month)
		return isSufficient ? score : null
	},
})
