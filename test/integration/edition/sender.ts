import { readFile } from 'node:fs/promises'
import { connectDevice } from '../../../devices/client/connectDevice.ts'
import { certificatesOf } from '../../../infra/local/provisionDevice.ts'
import type { StartedEdition } from '../../e2e/edition.ts'

/** Readings under way at once for each device. */
const width = 4
/** Between two readings of a worker, ms: 20 devices together send some hundreds of readings a second. */
const paceMs = 25
/** After so many a device takes its time: what ended two hours ago is history by the clock, and would compare with nothing. */
const soon = 500
const slowPaceMs = 500
/**
 * Between the instants of two readings, which go back in time from now: over an hour and more, each a late one that changes
 * how those before it are judged. Every half hour there is an alarm of a quarter of an hour.
 */
const stepMs = 10_000
const readingsInHalfAnHour = 180

/** A device that sends one reading after another over mTLS until it is stopped, over any number of lost connections. */
export type Sender = {
	readonly device: string
	/** Values by instant, milliseconds since 1970: all that were handed over, and those of them with a PUBACK. */
	readonly sent: ReadonlyMap<number, number>
	readonly acknowledged: ReadonlySet<number>
	/** No instant is before it. */
	readonly from: number
	/** Acknowledgements since the connection was last cut. */
	sinceConnected(): number
	connectionWasCut(): void
	/** Sends no more; resolves when all that was sent is acknowledged. */
	stop(): Promise<void>
}

export const startSender = async ({ dataFolder, running }: StartedEdition, device: string): Promise<Sender> => {
	const files = certificatesOf(dataFolder, device)
	const client = await connectDevice({
		url: running.mqttUrl,
		clientId: device,
		cert: await readFile(files.cert),
		key: await readFile(files.key),
		ca: await readFile(files.ca),
		reconnect: { baseMs: 100, maxMs: 500 },
	})
	const to = Date.now()
	const sent = new Map<number, number>()
	const acknowledged = new Set<number>()
	let connectedCount = 0
	let stopped = false
	const work = async (): Promise<void> => {
		while (!stopped) {
			const at = to - sent.size * stepMs
			const ammonia = (sent.size % readingsInHalfAnHour) / 100
			sent.set(at, ammonia)
			await client.publish(JSON.stringify({ at, ammonia }))
			acknowledged.add(at)
			connectedCount += 1
			await new Promise((resolve) => setTimeout(resolve, sent.size < soon ? paceMs : slowPaceMs))
		}
	}
	const workers = Array.from({ length: width }, work)
	return {
		device,
		sent,
		acknowledged,
		get from() {
			return to - sent.size * stepMs
		},
		sinceConnected: () => connectedCount,
		connectionWasCut: () => {
			connectedCount = 0
		},
		stop: async () => {
			stopped = true
			await Promise.all(workers)
			await client.end()
		},
	}
}
