import type { DoubtReview, DoubtState } from '../../contract/score/dataQuality.ts'
import type { PeriodScore } from '../../contract/score/score.ts'

/**
 * Doubts about sensors with what staff found: the latest review of a day counts, and days that nobody has reviewed are
 * open, also where they came to light after an earlier review.
 */
export function doubtStates(doubts: PeriodScore['doubts'], reviews: readonly DoubtReview[]): DoubtState[] {
	const inOrder = reviews.toSorted((a, b) => a.at - b.at || (a.reason < b.reason ? -1 : 1))
	return doubts.map(({ device, doubt, days }) => {
		const verdicts = days.map(
			(day) =>
				inOrder.findLast((review) => review.device === device && review.doubt === doubt && review.days.includes(day))
					?.verdict,
		)
		return {
			device,
			doubt,
			days: [...days],
			openDays: days.filter((_, i) => verdicts[i] === undefined),
			isConfirmed: verdicts.includes('confirmed'),
		}
	})
}
