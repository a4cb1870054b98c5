import type { Device } from '../../contract/registry/registry.ts'
import { Revolution } from '../../contract/telemetry/measurand.ts'
import type { Registry } from '../../ports/registry.ts'
import { courtyardOn } from '../registry/placement.ts'

/** A device and the courtyard it counts for on a day. */
export type PlacedDevice = { device: Device; courtyard: string }

/** The devices that counted for a score on a day, Asia/Shanghai, by village. */
export function placedDevices(
	{ devices, courtyards }: Pick<Registry, 'devices' | 'courtyards'>,
	day: string,
): Map<string, PlacedDevice[]> {
	const villages = new Map<string, PlacedDevice[]>()
	for (const device of devices.values()) {
		if (!Revolution.safeParse(device.kind).success) continue
		const courtyard = courtyardOn(device, day)
		const village = courtyard === undefined ? undefined : courtyards.get(courtyard)?.village
		if (courtyard === undefined || village === undefined) continue
		const placed = villages.get(village)
		if (placed) placed.push({ device, courtyard })
		else villages.set(village, [{ device, courtyard }])
	}
	return villages
}

/** The courtyards of placed devices, each once, in order. */
export const courtyardsOf = (placed: readonly PlacedDevice[]): string[] =>
	[...new Set(placed.map(({ courtyard }) => courtyard))].sort()
