import { isObject } from '../outcome.ts'

/**
 * The signal of the gateway that heard the device best, dBm. The servers leave out zeros, but no gateway hears a
 * milliwatt: without a figure there is none.
 */
export function strongest(receptions: unknown): number | undefined {
	if (!Array.isArray(receptions)) return undefined
	let best: number | undefined
	for (const reception of receptions as unknown[]) {
		const rssi = isObject(reception) ? reception.rssi : undefined
		if (typeof rssi === 'number' && (best === undefined || rssi > best)) best = rssi
	}
	return best
}
