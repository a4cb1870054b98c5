import { drawBetween, smoothNoise, textHash, toDecimals } from '../hash.ts'
import { dayMs, hourMs } from './localTime.ts'
import type { Model } from './model.ts'
import type { Equipment } from './simulatedDevice.ts'

const life = textHash('battery life')
const age = textHash('battery age')
const place = textHash('radio place')
const fading = textHash('radio fading')
const noise = textHash('radio noise')

/** What a power cut silences; all others have a battery. */
export const onMains: ReadonlySet<Equipment> = new Set(['treatment-works', 'lift-well', 'gateway', 'display'])
/** Battery, signal and its ratio to the noise are told with every sixth reading: they change slowly and each byte costs power. */
const everySlots = 6

/** Battery (%, from 100 down to about 17, then replaced) , signal (dBm) and signal-to-noise ratio (dB). */
export const radioModel = (key: number, equipment: Equipment): Model => {
	const lifeDays = drawBetween(key, life, 0, 300, 700)
	const startAge = drawBetween(key, age, 0, 0, lifeDays)
	const strength = drawBetween(key, place, 0, -98, -68)
	return (at, slot) => {
		if (equipment !== 'gateway' && slot % everySlots !== 0) return {}
		const signal = Math.round(strength + 6 * smoothNoise(key, fading, at / hourMs))
		// Above the noise by a quarter of what is above the faintest that is heard; no receiver shows more than 12.
		const snr = toDecimals(Math.min(12, (signal + 125) / 4 + smoothNoise(key, noise, at / hourMs)), 1)
		if (onMains.has(equipment)) return { signal, snr }
		const used = ((at / dayMs + startAge) % lifeDays) / lifeDays
		return { battery: toDecimals(100 - 83 * used, 0), signal, snr }
	}
}
