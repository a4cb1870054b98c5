import { placedDevices } from '../../../../devices/demo/township.ts'
import { withCharacters } from '../../../../devices/simulator/characters.ts'
import type { SimulatedDevice } from '../../../../devices/simulator/simulatedDevice.ts'

export const seed = 1
export const fleet: readonly SimulatedDevice[] = withCharacters(placedDevices, seed)
export const from = Date.UTC(2026, 9, 13, 16)
export const day = 86_400_000

/** The first device of the demo township that fits. */
export const deviceWith = (fits: (simulated: SimulatedDevice) => boolean): SimulatedDevice => {
	const found = fleet.find(fits)
	if (found === undefined) throw new Error('the demo township has no such device')
	return found
}
