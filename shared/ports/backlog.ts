/** How far ingest is behind the devices. */
export type Waiting = {
	/** About how many messages wait in the queue. */
	messages: number
	/** How long the oldest message of a stream has waited; without end where that cannot be told. Absent without a stream. */
	seconds?: number
}

export type Backlog = {
	waiting(): Promise<Waiting>
}
