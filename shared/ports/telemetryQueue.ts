/** The way to `ingest`: what is put there takes the path of every message of a device. */
export type TelemetryQueue = {
	/** @param body the text of a queue message; resolves when it is durably there */
	send(body: string): Promise<void>
}
