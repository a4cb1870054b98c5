import type { DoubtReview } from '../contract/score/dataQuality.ts'

/** What staff found when they looked into doubts about sensors. A review stays for ever; a later one counts. */
export type DoubtReviews = {
	/** Safe to repeat. */
	add(review: DoubtReview): Promise<void>
	/** Those of a month, in the order of devices and time; strongly consistent. */
	ofMonth(month: string): Promise<DoubtReview[]>
}
