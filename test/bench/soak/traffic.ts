import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { connectDevice, type DeviceClient } from '../../../devices/client/connectDevice.ts'
import { certificatesOf } from '../../../infra/local/provisionDevice.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { Sample } from '../reference/answer.ts'
import { instrument } from './readings.ts'

export type Traffic = {
	/** What was acknowledged so far. */
	readonly acknowledged: Sample[]
	/** Handed to the client and not yet acknowledged. */
	readonly outstanding: () => number
	/** Resolves after the time when everything sent has been acknowledged. */
	run(): Promise<void>
	end(): Promise<void>
}

export type TrafficOptions = {
	dataFolder: string
	url: string
	devices: readonly Device[]
	/** Messages a second, of all devices together. */
	rate: number
	seconds: number
	/** The time of measuring runs so many times as fast as the clock and arrives at it at the end. */
	speed: number
}

const TICK_MS = 100
/** More than this unacknowledged, and the devices wait: they have no endless memory. */
const MOST_OUTSTANDING = 20_000

/** One mutual-TLS client for each device; together they publish at the rate, at QoS 1, whatever happens to the broker. */
export async function openTraffic({
	dataFolder,
	url,
	devices,
	rate,
	seconds,
	speed,
}: TrafficOptions): Promise<Traffic> {
	const senders: { client: DeviceClient; device: Device; measure: ReturnType<typeof instrument>; last: number }[] = []
	for (const [i, device] of devices.entries()) {
		const files = certificatesOf(dataFolder, device.id)
		const [cert, key, ca] = await Promise.all([files.cert, files.key, files.ca].map((file) => readFile(file)))
		if (!cert || !key || !ca) throw new Error(`no certificate for ${device.id}`)
		const reconnect = { baseMs: 300, maxMs: 3000 }
		const client = await connectDevice({ url, clientId: device.id, cert, key, ca, reconnect })
		senders.push({ client, device, measure: instrument(device, i + 1), last: 0 })
	}
	const acknowledged: Sample[] = []
	let outstanding = 0
	return {
		acknowledged,
		outstanding: () => outstanding,
		run: async () => {
			const startedAt = Date.now()
			const endsAt = startedAt + seconds * 1000
			const publishes: Promise<void>[] = []
			let sent = 0
			while (Date.now() < endsAt) {
				const due = Math.floor(((Date.now() - startedAt) / 1000) * rate)
				for (; sent < due && outstanding < MOST_OUTSTANDING; sent += 1) {
					const sender = senders[sent % senders.length]
					if (!sender) throw new Error('no devices')
					const now = Date.now()
					// Each reading of a device has an instant of its own.
					const at = Math.max(sender.last + 1, Math.round(now - (endsAt - now) * (speed - 1)))
					sender.last = at
					const sample = { device: sender.device.id, at, values: sender.measure(at) }
					outstanding += 1
					publishes.push(
						sender.client.publish(JSON.stringify({ at, ...sample.values })).then(() => {
							outstanding -= 1
							acknowledged.push(sample)
						}),
					)
				}
				await wait(TICK_MS)
			}
			await Promise.all(publishes)
		},
		end: async () => {
			await Promise.all(senders.map(({ client }) => client.end()))
		},
	}
}
