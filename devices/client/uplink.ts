import { setTimeout as sleep } from 'node:timers/promises'
import { backOff } from '../../client/backOff.ts'
import { connectDevice, type DeviceClient, type DeviceOptions } from '../../client/connectDevice.ts'
import type { Outbox } from '../../client/outbox/openOutbox.ts'
import { type Sending, sendAll } from '../../client/outbox/sendAll.ts'
import { READY } from './intake.ts'

export type Uplink = {
	/** Says that there is something to send. */
	wake(): void
	/** Lets what is under way arrive, a little while. */
	stop(): Promise<void>
}

/** Takes what stands ready to the broker, as soon as that can be reached and as often as it takes. */
export function openUplink(outbox: Outbox, options: DeviceOptions, trouble: (what: string) => void): Uplink {
	const stopped = new AbortController()
	let client: DeviceClient | undefined
	let sending: Sending | undefined

	const connect = async (): Promise<void> => {
		for (let attempt = 0; !stopped.signal.aborted; attempt += 1) {
			try {
				client = await connectDevice({ ...options, onTrouble: trouble })
				break
			} catch (cause) {
				trouble(cause instanceof Error ? cause.message : String(cause))
				await sleep(backOff(attempt, Math.random()), undefined, { signal: stopped.signal }).catch(() => {})
			}
		}
		const connected = client
		if (connected === undefined || stopped.signal.aborted) return
		const way = {
			room: () => connected.room(),
			send: ({ payload }: { payload: Uint8Array }) => connected.publish(Buffer.from(payload), 'hj212'),
		}
		sending = sendAll(outbox, READY, way, (cause) => {
			if (!stopped.signal.aborted) trouble(cause instanceof Error ? cause.message : String(cause))
		})
	}
	const connecting = connect()

	return {
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
