import { setTimeout as sleep } from 'node:timers/promises'
import { backOff } from './backOff.ts'
import type { DeviceClient } from './connectDevice.ts'
import type { Outbox } from './outbox/openOutbox.ts'
import { type Sending, sendAll } from './outbox/sendAll.ts'
import type { PayloadFormat } from './topics.ts'

export type UplinkOptions = {
	outbox: Outbox
	/** What stands in this lane of the outbox is sent. */
	lane: string
	format: PayloadFormat
	/** Makes the first connection; rejects where that does not come about. */
	connect: () => Promise<DeviceClient>
	trouble: (what: string) => void
	/** Told once, when the connection stands first. */
	onConnected?: (client: DeviceClient) => void
	/** In [0, 1); for tests. */
	random?: () => number
}

export type Uplink = {
	readonly connected: boolean
	/** Says that there is something to send. */
	wake(): void
	/** Lets what is under way arrive, a little while. */
	stop(): Promise<void>
}

const words = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/** Takes what stands ready to the broker, as soon as that can be reached and as often as it takes. */
export function openUplink(options: UplinkOptions): Uplink {
	const { outbox, lane, format, trouble, random = Math.random } = options
	const stopped = new AbortController()
	let client: DeviceClient | undefined
	let sending: Sending | undefined

	const connect = async (): Promise<void> => {
		for (let attempt = 0; !stopped.signal.aborted; attempt += 1) {
			try {
				client = await options.connect()
				break
			} catch (cause) {
				trouble(words(cause))
				await sleep(backOff(attempt, random()), undefined, { signal: stopped.signal }).catch(() => {})
			}
		}
		const connected = client
		if (connected === undefined || stopped.signal.aborted) return
		options.onConnected?.(connected)
		const way = {
			room: () => connected.room(),
			send: ({ payload }: { payload: Uint8Array }) => connected.publish(Buffer.from(payload), format),
		}
		sending = sendAll(outbox, lane, way, (cause) => {
			if (!stopped.signal.aborted) trouble(words(cause))
		})
	}
	const connecting = connect()

	return {
		get connected() {
			return client?.connected ?? false
		},
		wake: () => sending?.wake(),
		stop: async () => {
			stopped.abort()
			await connecting
			const done = sending?.stop()
			await client?.end(2000)
			await done
		},
	}
}
