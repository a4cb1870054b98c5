import type { PointEntry } from '../../contract/wall/points.ts'

/** What the lines add up to. */
export const balanceOf = (entries: readonly PointEntry[]): number =>
	entries.reduce((sum, { points }) => sum + points, 0)

/** `known`: this very line is there already. `too-little`: a redemption would take more than there is. */
export type Decision =
	| { is: 'add'; entry: PointEntry }
	| { is: 'known'; entry: PointEntry }
	| { is: 'refused'; because: 'too-little' | 'no-such-entry' | 'reverses-reversal' }

/**
 * Whether a line may be added to a ledger. A redemption never takes more than there is. A reversal is for mistakes and
 * always possible, once for each line; where points that were wrongly given have been spent, less than nothing is left.
 */
export function decide(entries: readonly PointEntry[], entry: PointEntry): Decision {
	const known = entries.find(({ id }) => id === entry.id)
	if (known) return { is: 'known', entry: known }
	if (entry.kind === 'redemption' && balanceOf(entries) + entry.points < 0)
		return { is: 'refused', because: 'too-little' }
	if (entry.kind !== 'reversal') return { is: 'add', entry }
	const taken = entries.find(({ id }) => id === entry.reverses)
	if (!taken) return { is: 'refused', because: 'no-such-entry' }
	if (taken.kind === 'reversal') return { is: 'refused', because: 'reverses-reversal' }
	return { is: 'add', entry: { ...entry, points: 0 - taken.points } }
}

export const awardId = (task: string, rule: string): string => `award.${task}.${rule}`
export const redemptionId = (key: string): string => `redemption.${key}`
export const reversalId = (entry: string): string => `reversal.${entry}`

/** The courtyard that a household or volunteer belongs to. */
export const courtyardOf = (household: string): string => household.slice(0, household.lastIndexOf('.'))
