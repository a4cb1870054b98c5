import type { Values } from '../../../shared/contract/telemetry/measurand.ts'
import { isObject } from '../outcome.ts'

/**
 * How the gateway heard the device that heard it best: `signal`, dBm, and its signal-to-noise ratio, dB. The servers leave out
 * zeros, but no gateway hears a milliwatt: without a figure there is none. An uplink by FSK has no ratio.
 */
export function strongest(receptions: unknown): Values {
	if (!Array.isArray(receptions)) return {}
	let [best, bestSnr]: [number | undefined, number | undefined] = [undefined, undefined]
	for (const reception of receptions as unknown[]) {
		if (!isObject(reception) || typeof reception.rssi !== 'number') continue
		const { rssi } = reception
		const snr = typeof reception.snr === 'number' ? reception.snr : undefined
		// Of equals the clearer one, so that the order in which they are told does not matter.
		const isBetter =
			best === undefined ||
			rssi > best ||
			(rssi === best && snr !== undefined && snr > (bestSnr ?? Number.NEGATIVE_INFINITY))
		if (isBetter) [best, bestSnr] = [rssi, snr]
	}
	return { ...(best === undefined ? {} : { signal: best }), ...(bestSnr === undefined ? {} : { snr: bestSnr }) }
}
