import type { FleetDevice } from './madeTownship.ts'
import { payloadOf } from './payload.ts'
import { type Measurement, readingsOf } from './readings.ts'
import { effectsOn, surroundingsOf } from './scenario/effects.ts'
import type { Scenario } from './scenario/scenario.ts'

export type SimulatedMessage = {
	/** The thing that publishes it. */
	readonly thing: string
	/** When it leaves the device, milliseconds since 1970. */
	readonly sendAt: number
	/** How many readings are in it. */
	readonly readings: number
	/** Native JSON. */
	readonly payload: string
}

/** Readings in a message at most, where several waited for the network. */
const packOf = 24

/**
 * The messages of one device under a scenario that begins at `start` (milliseconds since 1970), in order of leaving. They are
 * a function of the arguments: the same seed gives the same bytes. What is held up beyond the end of the scenario leaves then.
 */
export function* messagesOf(
	simulated: FleetDevice,
	scenario: Scenario,
	start: number,
	seed: number,
): Generator<SimulatedMessage, void, undefined> {
	const end = start + scenario.hours * 3_600_000
	const effects = effectsOn(scenario, simulated, start, seed)
	const { device } = simulated
	let pack: Measurement[] = []
	let sendAt = start
	const message = function* (): Generator<SimulatedMessage, void, undefined> {
		const [first, ...rest] = pack
		if (first === undefined) return
		const payload = payloadOf(simulated, [first, ...rest], seed)
		yield { thing: device.gateway ?? device.id, sendAt, readings: pack.length, payload }
		pack = []
	}
	for (const { at, values } of readingsOf(simulated, start, end, seed, surroundingsOf(scenario, start))) {
		// A gateway measures nothing but its own signal.
		if (effects.isOff(at) || Object.keys(values).length === 0) continue
		const leaves = Math.min(end, effects.leavesAt(at))
		if (leaves !== sendAt || pack.length >= packOf) yield* message()
		sendAt = leaves
		pack.push({ at: effects.told(at), values })
	}
	yield* message()
}
