import type { LostPart, PeriodScore } from '../../contract/score/score.ts'
import { toHundredths } from './round.ts'

/**
 * The one thing that would have gained most, had it been in order: what one factor of one device cost. Missing data is
 * none, for nobody knows what it would have shown. The gain is at most this: the next worst measurand may count then.
 */
export function bestRepair({ parts }: Pick<PeriodScore, 'parts'>): LostPart | undefined {
	let best: LostPart | undefined
	for (const part of parts) if (part.factor !== 'missing' && part.points > (best?.points ?? 0)) best = part
	return best
}

/**
 * The rank a score would have with a gain, 1 being the best; scores that are equal at two decimals share a rank.
 * @param others the scores of the others in the list, 0 to 100
 */
export function rankIfRepaired(others: readonly number[], own: number, gain: number): number {
	const repaired = toHundredths(Math.min(100, own + gain))
	return 1 + others.filter((other) => toHundredths(other) > repaired).length
}
