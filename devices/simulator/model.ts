import type { Values } from '../../shared/contract/telemetry/measurand.ts'
import { mix, textHash } from '../hash.ts'
import type { SimulatedDevice } from './simulatedDevice.ts'
import type { Surroundings } from './surroundings.ts'

/** The random keys of one device; the weather is the same for the whole township. */
export type Keys = { device: number; weather: number }

/** The values of one device at an instant; `slot` is the number of the reporting interval since 1970. */
export type Model = (at: number, slot: number) => Values

/** Models hold no state: whatever they tell is a function of their arguments. */
export type MakeModel = (simulated: SimulatedDevice, keys: Keys, surroundings: Surroundings) => Model

export const keysOf = (seed: number, deviceId: string): Keys => ({
	device: mix(seed, textHash(deviceId)),
	weather: mix(seed, textHash('weather')),
})
