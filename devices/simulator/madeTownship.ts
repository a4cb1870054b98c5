import type { Device, RegistryImport } from '../../shared/contract/registry/registry.ts'
import { draw, textHash } from '../hash.ts'
import { withCharacters } from './characters.ts'
import { type PlacedDevice, place } from './equipment.ts'
import { isoLocalDay } from './localTime.ts'
import type { Equipment, SimulatedDevice } from './simulatedDevice.ts'

/** What stands in each courtyard. */
const inventory: readonly Equipment[] = [
	'public-toilet',
	'bin',
	'treatment-works',
	'household-toilet',
	'collection-point',
	'lift-well',
]
const courtyardsInVillage = 3
const levels = ['II', 'III', 'I'] as const

/** Who made a device: half of them A, three in ten B, the rest C. It follows from the id alone. */
export type Vendor = 'A' | 'B' | 'C'
const vendors = textHash('vendor')
export const vendorOf = (id: string): Vendor => {
	const u = draw(textHash(id), vendors, 0)
	return u < 0.5 ? 'A' : u < 0.8 ? 'B' : 'C'
}

/** A simulated device with the number of its village, from 1. */
export type FleetDevice = SimulatedDevice & { readonly village: number }

const courtyardOf = (n: number): string => `sim-${n + 1}`
const villageOf = (courtyard: number): number => Math.floor(courtyard / courtyardsInVillage) + 1

const placeNth = (n: number): PlacedDevice & { village: number } => {
	const courtyard = Math.floor(n / inventory.length)
	const more: Partial<Device> = { sewageLevel: levels[courtyard % levels.length] ?? 'II' }
	const placed = place(inventory[n % inventory.length] ?? 'bin', courtyardOf(courtyard), 1, more)
	return { ...placed, village: villageOf(courtyard) }
}

/** The first `count` devices of an endless township, each with its character. */
export const madeFleet = (count: number, seed: number): FleetDevice[] => {
	const placed = Array.from({ length: count }, (_, n) => placeNth(n))
	return withCharacters(placed, seed).map((simulated, n) => ({ ...simulated, village: placed[n]?.village ?? 1 }))
}

const named = (zh: string, en: string, n: number) => ({ zh: `${zh}${n}`, en: `${en} ${n}` })

/** What the registry needs to know of the fleet. Its devices count for scores from the local day of `start` (ms since 1970). */
export const madeRegistry = (fleet: readonly FleetDevice[], start: number): RegistryImport => {
	const courtyards = Math.ceil(fleet.length / inventory.length)
	return {
		townships: [{ id: 'sim', name: { zh: '模拟镇', en: 'Simulated Township' } }],
		villages: Array.from({ length: villageOf(courtyards - 1) }, (_, v) => ({
			id: `sim-village-${v + 1}`,
			township: 'sim',
			name: named('模拟村', 'Simulated Village', v + 1),
		})),
		courtyards: Array.from({ length: courtyards }, (_, n) => ({
			id: courtyardOf(n),
			village: `sim-village-${villageOf(n)}`,
			name: named('模拟院落', 'Simulated Courtyard', n + 1),
			kind: 'natural-village' as const,
			households: 30,
		})),
		devices: fleet.map(({ device }) => ({ ...device, joined: isoLocalDay(start) })),
	}
}
