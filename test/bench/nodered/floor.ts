import { connectAsync } from 'mqtt'
import { inParallel } from '../../../shared/work/inParallel.ts'
import { bareUpdate } from '../bareUpdate.ts'
import type { PeerTable } from './peerTable.ts'
import type { Message } from './round.ts'

/** As many requests at once as our two ingest functions have. */
const AT_ONCE = 32

/** The floor of this machine: nothing but a broker, nothing but a database, each with what a round holds. */
export class Floor {
	readonly #mqttPort: number
	readonly #table: PeerTable
	#updates = 0

	/** @param mqttPort of Mosquitto */
	constructor(mqttPort: number, table: PeerTable) {
		this.#mqttPort = mqttPort
		this.#table = table
	}

	/** Milliseconds until one subscriber has heard what one client publishes, at QoS 1. */
	async broker(messages: readonly Message[]): Promise<number> {
		const url = `mqtt://127.0.0.1:${this.#mqttPort}`
		const [from, to] = [await connectAsync(url), await connectAsync(url)]
		await to.subscribeAsync('floor/#', { qos: 1 })
		let left = messages.length
		const heard = new Promise<void>((resolve) => {
			to.on('message', () => {
				left -= 1
				if (left === 0) resolve()
			})
		})
		const startedAt = performance.now()
		for (const { device, payload } of messages) from.publish(`floor/${device}`, payload, { qos: 1 })
		await heard
		const ms = performance.now() - startedAt
		await Promise.all([from.endAsync(), to.endAsync()])
		return ms
	}

	/** Milliseconds that as many bare updates take. */
	async updates(count: number): Promise<number> {
		const numbers = Array.from({ length: count }, (_, i) => this.#updates + i)
		this.#updates += count
		const startedAt = performance.now()
		await inParallel(numbers, AT_ONCE, (n) => bareUpdate(this.#table.client, this.#table.name, n))
		return performance.now() - startedAt
	}
}
