import { expect, test } from 'vitest'
import { placedDevices } from '../../../../devices/demo/township.ts'
import { withCharacters } from '../../../../devices/simulator/characters.ts'

const counts = (seed: number) => {
	const found: Record<string, number> = {}
	for (const { character } of withCharacters(placedDevices, seed)) found[character] = (found[character] ?? 0) + 1
	return found
}

test('for any seed one device each is silent, drifting, has a wrong clock and sends rubbish, and most are steady', () => {
	for (let seed = 0; seed < 50; seed++) {
		const { steady = 0, neglected = 0, ...odd } = counts(seed)
		expect(odd).toEqual({ silent: 1, drifting: 1, 'wrong-clock': 1, rubbish: 1 })
		expect(neglected).toBeGreaterThan(2)
		expect(steady).toBeGreaterThan(40)
	}
})

test('characters do not depend on the order of the devices', () => {
	const byId = (devices: ReturnType<typeof withCharacters>) =>
		Object.fromEntries(devices.map(({ device, character }) => [device.id, character]))
	expect(byId(withCharacters(placedDevices.toReversed(), 7))).toEqual(byId(withCharacters(placedDevices, 7)))
})
