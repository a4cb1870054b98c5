import { once } from 'node:events'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { DeviceClient } from '../../client/connectDevice.ts'
import { hourMs } from '../localTime.ts'
import type { SimulatedMessage } from '../messages.ts'

export type Tally = {
	/** Made by the devices. */
	readings: number
	messages: number
	/** Handed to a client. */
	sent: number
	acknowledged: number
}

/** A device's messages in order of leaving, and its connection, if it has one. */
export type FleetLine = {
	readonly messages: Iterator<SimulatedMessage, unknown, undefined>
	readonly client: Pick<DeviceClient, 'publish' | 'room' | 'inFlight'> | undefined
}

export type Pace = {
	/** Milliseconds since 1970, of the scenario. */
	readonly start: number
	readonly end: number
	/** How many times as fast as the clock; `max`: as fast as the broker acknowledges. */
	readonly speed: number | 'max'
	/** Messages under way of a device. */
	readonly window: number
	readonly now: () => number
}

const tickMs = 100

/**
 * Publishes each message when the scenario has come to it. A device whose window is full waits without holding up the
 * others; at full speed none runs ahead of the others by more than an hour.
 * @param onTime told how far the scenario has come
 */
export const publishFleet = async (
	lines: readonly FleetLine[],
	{ start, end, speed, window, now }: Pace,
	signal: AbortSignal,
	onTime: (until: number, tally: Readonly<Tally>) => void = () => {},
): Promise<{ tally: Tally; settled: Promise<unknown> }> => {
	const tally: Tally = { readings: 0, messages: 0, sent: 0, acknowledged: 0 }
	const underWay = new Set<Promise<void>>()
	const coming = lines.map(({ messages, client }) => ({ client, messages, next: messages.next() }))
	const began = now()

	/** @returns whether the device has said all that it has to say until then */
	const advance = (line: (typeof coming)[number], until: number): boolean => {
		for (; line.next.done !== true; line.next = line.messages.next()) {
			const { sendAt, readings, payload } = line.next.value
			if (sendAt > until) return true
			if (line.client !== undefined && line.client.inFlight >= window) return false
			tally.messages += 1
			tally.readings += readings
			if (line.client === undefined) continue
			tally.sent += 1
			const publishing = line.client.publish(payload).then(
				() => {
					tally.acknowledged += 1
				},
				// It ended before: not acknowledged.
				() => {},
			)
			underWay.add(publishing)
			void publishing.then(() => underWay.delete(publishing))
		}
		return true
	}

	const aborted = signal.aborted ? undefined : once(signal, 'abort')
	let until = start
	let late: typeof coming = []
	while (!signal.aborted && (until < end || late.length > 0)) {
		if (speed !== 'max') until = Math.min(end, start + (now() - began) * speed)
		else if (late.length === 0) until = Math.min(end, until + hourMs)
		late = coming.filter((line) => !advance(line, until))
		onTime(until, tally)
		if (speed !== 'max') await sleep(tickMs, undefined, { signal }).catch(() => {})
		else {
			await Promise.race([late[0]?.client?.room(), aborted])
			// Acknowledgements come in by turns of the event loop.
			await nextTurn()
		}
	}
	return { tally, settled: Promise.all(underWay) }
}
