import type { DoubtReview } from '../../shared/contract/score/dataQuality.ts'
import type { DoubtReviews } from '../../shared/ports/doubtReviews.ts'

/** Reviews of doubts in memory. */
export class MemoryDoubtReviews implements DoubtReviews {
	readonly reviews = new Map<string, DoubtReview>()

	async add(review: DoubtReview): Promise<void> {
		const { device, doubt, at, by, month } = review
		this.reviews.set(`${month}#${device}#${new Date(at).toISOString()}#${doubt}#${by.id}`, review)
	}

	async ofMonth(month: string): Promise<DoubtReview[]> {
		return [...this.reviews]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.flatMap(([, review]) => (review.month === month ? review : []))
	}
}
