import type { Values } from '../../shared/contract/telemetry/measurand.ts'
import { draw, textHash } from '../hash.ts'
import { episodeAt } from './episode.ts'
import { keysOf, type MakeModel } from './model.ts'
import { radioModel } from './radio.ts'
import { sewageModel } from './sewage.ts'
import type { SimulatedDevice } from './simulatedDevice.ts'
import { ordinary, type Surroundings } from './surroundings.ts'
import { toiletModel } from './toilet.ts'
import { wasteModel } from './waste.ts'

/**
 * The fleet simulator.
 *
 * A device's reading is a function of (seed, device, instant) and of nothing else: no model carries state from one
 * reading to the next, randomness is a hash of the instant (hash.ts), and what has a history (a bin since its last
 * round, a tank since its last desludging, the use since cleaning) is worked out backwards from the instant. So
 * forty days at once, the same days hour by hour, and the live reading of this minute are the same bytes, and a
 * program that was off for a night can fill the gap.
 *
 * - toilet.ts: visits follow the day and the market days; ammonia and hydrogen sulfide follow the visits, the use
 *   since the last cleaning and the warmth; the septic tank fills over weeks and is desludged, sometimes late.
 * - waste.ts: bins fill after meals and at weekends and are emptied on the truck's rounds; a missed round overflows.
 * - sewage.ts: outlet quality follows meals, rain and cold at a share of the works' limit; wells follow the inflow.
 * - weather.ts: one weather for the township. radio.ts: battery and signal.
 * - episode.ts: what goes wrong now and then (odour, fire, overturned bin, pump fault with a rising well, shock load,
 *   lost radio link), at instants drawn from the seed.
 * - characters.ts: the few devices that are badly kept, go silent for days, drift, have a wrong clock or send rubbish.
 *   The last two spoil what is sent, not what is measured: payload.ts.
 *
 * Values are in the units of shared/contract/telemetry/measurand.ts, with the decimals such sensors print.
 */
export type Measurement = { at: number; values: Values }

const phase = textHash('reporting phase')
const jitter = textHash('reporting jitter')
const lost = textHash('reading lost')
const linkDown = { salt: textHash('link down'), everyDays: 20, chance: 0.25, hours: [0.5, 5] } as const
const longSilence = { salt: textHash('long silence'), everyDays: 14, chance: 1, hours: [96, 150] } as const
const lostShare = 0.003

const nothing: MakeModel = () => () => ({})
const models: Record<SimulatedDevice['device']['kind'], MakeModel> = {
	toilet: toiletModel,
	waste: wasteModel,
	sewage: sewageModel,
	gateway: nothing,
	display: nothing,
}

/**
 * The readings of a device with `from <= at < to` (milliseconds since 1970, on the true clock), in order of time.
 * There is one in each reporting interval, at the device's own phase and with up to a twentieth of the interval of
 * jitter, on whole seconds; a few are lost. A display measures nothing.
 */
export function* readingsOf(
	simulated: SimulatedDevice,
	from: number,
	to: number,
	seed: number,
	surroundings: Surroundings = ordinary,
): Generator<Measurement, void, undefined> {
	const { device, equipment, character } = simulated
	if (device.kind === 'display') return
	const keys = keysOf(seed, device.id)
	const key = keys.device
	const measure = models[device.kind](simulated, keys, surroundings)
	const radio = radioModel(key, equipment)
	const interval = device.interval
	const shift = draw(key, phase, 0) * 0.9
	for (let slot = Math.floor(from / 1000 / interval); slot * interval * 1000 < to; slot++) {
		const at = Math.floor((slot + shift + 0.05 * draw(key, jitter, slot)) * interval) * 1000
		if (at < from || at >= to || draw(key, lost, slot) < lostShare) continue
		if (episodeAt(key, linkDown, at) !== undefined) continue
		if (character === 'silent' && episodeAt(key, longSilence, at) !== undefined) continue
		yield { at, values: Object.assign(measure(at, slot), radio(at, slot)) }
	}
}
