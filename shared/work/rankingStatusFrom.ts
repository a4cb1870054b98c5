import type { RankingStatus } from '../ports/rankingStatus.ts'
import type { Rankings } from '../ports/rankings.ts'

/** Whether a month is published, from the head of its ranking. */
export const rankingStatusFrom = (rankings: Pick<Rankings, 'head'>): RankingStatus => ({
	isPublished: async (month) => ((await rankings.head(month))?.revisions.length ?? 0) > 0,
})
