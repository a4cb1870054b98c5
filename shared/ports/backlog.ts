export type Backlog = {
	/** About how many messages of devices still wait to be ingested. */
	waiting(): Promise<number>
}
