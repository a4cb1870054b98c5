/** Appeals (申诉) that changed what a published ranking would be. */
export type AcceptedAppeals = {
	/** The courtyards of which an appeal about a month was accepted at or after an instant, milliseconds since 1970. */
	acceptedSince(month: string, at: number): Promise<ReadonlySet<string>>
}
