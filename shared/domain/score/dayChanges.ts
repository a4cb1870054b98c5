import type { Profile } from '../../contract/profile/profile.ts'
import type { CourtyardDayChange, DayChanges } from '../../contract/score/dayChanges.ts'
import type { CourtyardDay } from '../../contract/score/score.ts'
import { profileOn } from '../profile/inForce.ts'
import { addDays } from '../time/shanghai.ts'
import { dayChange } from './dayChange.ts'
import { periodScore } from './periodScore.ts'

const MOST_ROWS = 12
/** Points; less is the weather. */
const NOTABLE = 1

/** The first day that tells in how a day differs from the one before. */
export const firstDayFor = (profiles: readonly Profile[], day: string): string => {
	const before = addDays(day, -1)
	return addDays(before, -profileOn(profiles, before).scoring.lookBackDays)
}

/**
 * How a courtyard's day differs from the day before.
 * @param days of one courtyard from `firstDayFor` on, in any order
 * @returns undefined where one of the two has no score
 */
export function courtyardChange(
	profiles: readonly Profile[],
	days: readonly CourtyardDay[],
	day: string,
): CourtyardDayChange | undefined {
	if (days.length === 0) return undefined
	const { courtyard, days: scored } = periodScore(profiles, days, addDays(day, -1), day)
	const [first, second] = scored
	const found = first && second && dayChange(first, second)
	if (!found || first.score === null || second.score === null) return undefined
	return { courtyard, score: second.score, before: first.score, ...found }
}

/** The changes of many courtyards, in any order, as a page shows them. */
export function dayChanges(day: string, changes: readonly CourtyardDayChange[]): DayChanges {
	const notable = changes.filter(({ change }) => Math.abs(change) >= NOTABLE)
	return {
		day,
		before: addDays(day, -1),
		compared: changes.length,
		up: notable.filter(({ change }) => change > 0).length,
		down: notable.filter(({ change }) => change < 0).length,
		courtyards: largest(notable),
	}
}

/** The changes of one day of several groups of courtyards together: what `dayChanges` says of them all. */
export function mergedChanges(day: string, groups: readonly DayChanges[]): DayChanges {
	const sum = (count: 'compared' | 'up' | 'down'): number => groups.reduce((all, group) => all + group[count], 0)
	return {
		day,
		before: addDays(day, -1),
		compared: sum('compared'),
		up: sum('up'),
		down: sum('down'),
		courtyards: largest(groups.flatMap(({ courtyards }) => courtyards)),
	}
}

const largest = (changes: readonly CourtyardDayChange[]): CourtyardDayChange[] =>
	changes
		.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.courtyard < b.courtyard ? -1 : 1))
		.slice(0, MOST_ROWS)
