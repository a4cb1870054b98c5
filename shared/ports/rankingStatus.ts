export type RankingStatus = {
	/**
	 * Whether the ranking of a month, `2026-11`, was published: from then on nobody appeals, and what changes leads to a
	 * revision beside the published one. Strongly consistent.
	 */
	isPublished(month: string): Promise<boolean>
}
