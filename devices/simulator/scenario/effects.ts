import { draw, mix, textHash } from '../../hash.ts'
import { hourMs, localDay } from '../localTime.ts'
import { type FleetDevice, vendorOf } from '../madeTownship.ts'
import { onMains } from '../radio.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Scenario, ScenarioEvent, Where } from './scenario.ts'

/** What a scenario does to one device. Instants are milliseconds since 1970, on the true clock. */
export type Effects = {
	/** It has no power, so it measures nothing. */
	isOff(at: number): boolean
	/** When what was measured at `at` can leave it; no earlier than `at`. */
	leavesAt(at: number): number
	/** The instant that its clock gives for `at`. */
	told(at: number): number
}

type Timed<E> = E & { readonly from: number; readonly to: number; readonly n: number }
const minuteMs = 60_000
const chosen = textHash('scenario share')
const phase = textHash('scenario phase')

const timed = ({ events }: Scenario, start: number): Timed<ScenarioEvent>[] =>
	events.map((event, n) => {
		const from = start + event.fromHour * hourMs
		return { ...event, from, to: from + event.hours * hourMs, n }
	})
const isDuring = ({ from, to }: { from: number; to: number }, at: number): boolean => at >= from && at < to

/** What the scenario does to the weather and to the township. */
export const surroundingsOf = (scenario: Scenario, start: number): Surroundings => {
	const events = timed(scenario, start)
	const storms = events.filter((event) => event.what === 'rain-storm')
	const surges = events.filter((event) => event.what === 'waste-surge')
	return {
		rain: (at) =>
			storms
				.filter((storm) => isDuring(storm, at))
				.reduce((sum, { from, to, millimetresAnHour }) => {
					return sum + millimetresAnHour * Math.sin((Math.PI * (at - from)) / (to - from))
				}, 0),
		waste: (day) =>
			surges
				.filter(({ from, to }) => day >= localDay(from) && day <= localDay(to - 1))
				.reduce((product, { factor }) => product * factor, 1),
	}
}

/**
 * When the link is there again for what falls into a gap. The gaps of a device have their own place, so that a fleet does
 * not come and go together.
 */
const linkUpAt = (event: Timed<ScenarioEvent & { what: 'network-flapping' }>, key: number, at: number): number => {
	const [up, down] = [Math.round(event.upMinutes * minuteMs), Math.round(event.downMinutes * minuteMs)]
	const into = (at - event.from + Math.floor(draw(key, phase, event.n) * (up + down))) % (up + down)
	return into < up ? at : Math.min(event.to, at - into + up + down)
}

/** @throws Error where the scenario means devices that the fleet does not have */
export const checkAgainst = (scenario: Scenario, fleet: readonly FleetDevice[]): void => {
	const villages = Math.max(...fleet.map(({ village }) => village))
	scenario.events.forEach((event, n) => {
		const wanted = 'where' in event ? event.where.village : undefined
		if (wanted !== undefined && wanted > villages)
			throw new Error(
				`events.${n}.where.village: expected 1 to ${villages} with ${fleet.length} devices, got ${wanted}`,
			)
	})
}

export const effectsOn = (scenario: Scenario, simulated: FleetDevice, start: number, seed: number): Effects => {
	const { device, equipment, village } = simulated
	const key = mix(seed, textHash(device.id))
	const isMeant = (where: Where, n: number): boolean =>
		(where.village ?? village) === village &&
		(where.kind ?? device.kind) === device.kind &&
		(where.vendor === undefined || where.vendor === vendorOf(device.id)) &&
		draw(key, chosen, n) < where.share
	const mine = timed(scenario, start).filter((event) => 'where' in event && isMeant(event.where, event.n))
	const cuts = mine.filter((event) => event.what === 'power-cut')
	const flapping = mine.filter((event) => event.what === 'network-flapping')
	const clocks = mine.filter((event) => event.what === 'wrong-clock')

	const heldUntil = (at: number): number =>
		Math.max(
			at,
			...cuts.filter((cut) => isDuring(cut, at)).map(({ to }) => to),
			...flapping.filter((event) => isDuring(event, at)).map((event) => linkUpAt(event, key, at)),
		)
	return {
		isOff: (at) => onMains.has(equipment) && cuts.some((cut) => isDuring(cut, at)),
		leavesAt: (at) => {
			// One obstacle may end within another.
			let leaves = at
			for (let next = heldUntil(leaves); next > leaves; next = heldUntil(leaves)) leaves = next
			return leaves
		},
		told: (at) =>
			clocks.filter((clock) => isDuring(clock, at)).reduce((told, { offSeconds }) => told + offSeconds * 1000, at),
	}
}
