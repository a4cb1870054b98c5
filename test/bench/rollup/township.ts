import type { Device } from '../../../shared/contract/registry/registry.ts'
import { revolutions } from '../../../shared/contract/telemetry/measurand.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { courtyard, registryOf, toilet } from '../../doubles/township.ts'

/** Courtyards of a village. */
export const VILLAGE = 25
/** Devices of a courtyard. */
export const DEVICES = 10

/** A township of so many courtyards, 25 to a village, with ten devices each, all there since the day given. */
export function townshipOf(courtyards: number, joined: string): Registry {
	const yards = Array.from({ length: courtyards }, (_, n) => ({
		...courtyard,
		id: `yard-${String(n).padStart(4, '0')}`,
		village: `village-${Math.floor(n / VILLAGE)}`,
	}))
	const devices = yards.flatMap(({ id }) =>
		Array.from({ length: DEVICES }, (_, n): Device => {
			const kind = revolutions[n % 3] ?? 'toilet'
			return { ...toilet, id: `${id}-device-${n}`, courtyard: id, kind, joined }
		}),
	)
	return { ...registryOf(...devices), courtyards: new Map(yards.map((yard) => [yard.id, yard])) }
}
