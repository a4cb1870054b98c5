import { mix, textHash } from '../hash.ts'
import type { PlacedDevice } from './equipment.ts'
import type { Character, SimulatedDevice } from './simulatedDevice.ts'

/** Draws one of the candidates, whatever their order. */
const pick = <T>(seed: number, role: string, candidates: readonly T[], idOf: (candidate: T) => string): T | undefined =>
	[...candidates].sort(
		(a, b) => mix(mix(seed, textHash(role)), textHash(idOf(a))) - mix(mix(seed, textHash(role)), textHash(idOf(b))),
	)[0]

/**
 * Gives each device its character: one courtyard is neglected altogether and another in its toilets and waste, one toilet's sensor
 * drifts, one device each goes silent, has a wrong clock and sends rubbish; all others are steady. The same seed and devices
 * give the same characters.
 */
export const withCharacters = (placed: readonly PlacedDevice[], seed: number): SimulatedDevice[] => {
	const scored = placed.filter(({ device }) => device.kind !== 'display' && device.kind !== 'gateway')
	const courtyards = [...new Set(scored.map(({ device }) => device.courtyard))]
	const whole = courtyards.filter(
		(courtyard) =>
			new Set(scored.filter(({ device }) => device.courtyard === courtyard).map((p) => p.device.kind)).size === 3,
	)
	const bad = pick(seed, 'neglected', whole.length > 0 ? whole : courtyards, (id) => id)
	const poor = pick(
		seed,
		'poor',
		courtyards.filter((id) => id !== bad),
		(id) => id,
	)
	const characters = new Map<string, Character>()
	for (const { device } of scored) {
		if (device.courtyard === bad || (device.courtyard === poor && device.kind !== 'sewage')) {
			characters.set(device.id, 'neglected')
		}
	}
	const cast = (character: Character, fits: (p: PlacedDevice) => boolean) => {
		const free = scored.filter((p) => !characters.has(p.device.id) && fits(p))
		const chosen = pick(seed, character, free, (p) => p.device.id)
		if (chosen !== undefined) characters.set(chosen.device.id, character)
	}
	cast('drifting', (p) => p.equipment === 'public-toilet')
	cast('silent', (p) => p.device.kind === 'waste')
	cast('wrong-clock', (p) => p.device.kind === 'toilet')
	cast('rubbish', (p) => p.device.kind === 'waste')
	return placed.map((p) => ({ ...p, character: characters.get(p.device.id) ?? 'steady' }))
}
