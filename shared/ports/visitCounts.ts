/** Visits of household toilets, by Asia/Shanghai day. */
export type VisitCounts = {
	/** Adds members of the form `<pseudonym> <visits>`; those already there count once. */
	add(device: string, day: string, members: readonly string[]): Promise<void>
	/** The visits of each day from one to another, both included, that has any. */
	days(device: string, from: string, to: string): Promise<{ day: string; visits: number }[]>
}
