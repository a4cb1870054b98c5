import type { DeviceClient } from '../client/connectDevice.ts'
import { hourMs } from '../simulator/localTime.ts'
import { payloadOf } from '../simulator/payload.ts'
import { readingsOf } from '../simulator/readings.ts'
import type { SimulatedDevice } from '../simulator/simulatedDevice.ts'

/** One device's readings on their way: made in order of time, sent as packs, followed until acknowledged. */
export type TelemetryLine = {
	readonly id: string
	/** Readings before this instant are made and handed to the client. */
	readonly sentThrough: number
	/** Readings before this instant are acknowledged. */
	readonly acknowledgedThrough: number
	/** There is a place in the client's window. */
	room(): Promise<void>
	hasRoom(): boolean
	/**
	 * Sends what the device read from `sentThrough` up to the end of that hour, or up to `until` if that is earlier,
	 * as one message; nothing when it read nothing. Returns the number of readings.
	 */
	sendPack(until: number): number
}

export type LineOptions = {
	simulated: SimulatedDevice
	client: Pick<DeviceClient, 'publish' | 'room' | 'inFlight'>
	seed: number
	/** Readings before this instant are acknowledged already. */
	from: number
	/** Messages under way that `hasRoom` allows. */
	window: number
	onFailure: (reason: Error) => void
}

export const telemetryLine = ({ simulated, client, seed, from, window, onFailure }: LineOptions): TelemetryLine => {
	let sentThrough = from
	let acknowledgedThrough = from
	// Packs in order of time; acknowledgements may come in any order, and only the unbroken beginning counts.
	const underWay: { to: number; acknowledged: boolean }[] = []
	const advance = () => {
		while (underWay[0]?.acknowledged === true) acknowledgedThrough = underWay.shift()?.to ?? acknowledgedThrough
	}

	return {
		id: simulated.device.id,
		get sentThrough() {
			return sentThrough
		},
		get acknowledgedThrough() {
			return acknowledgedThrough
		},
		room: () => client.room(),
		hasRoom: () => client.inFlight < window,
		sendPack(until) {
			const to = Math.min(until, (Math.floor(sentThrough / hourMs) + 1) * hourMs)
			if (to <= sentThrough) return 0
			const [first, ...rest] = readingsOf(simulated, sentThrough, to, seed)
			sentThrough = to
			const pack = { to, acknowledged: first === undefined }
			underWay.push(pack)
			if (first === undefined) {
				advance()
				return 0
			}
			client.publish(payloadOf(simulated, [first, ...rest], seed)).then(() => {
				pack.acknowledged = true
				advance()
			}, onFailure)
			return 1 + rest.length
		},
	}
}
