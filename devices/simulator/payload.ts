import { draw, textHash } from '../hash.ts'
import { episodeAt } from './episode.ts'
import { keysOf } from './model.ts'
import type { Measurement } from './readings.ts'
import type { SimulatedDevice } from './simulatedDevice.ts'

const firmware = textHash('firmware')
const spoiled = textHash('spoiled')
const spoiling = textHash('spoiling')
const reset = { salt: textHash('clock reset'), everyDays: 16, chance: 0.8, hours: [2, 6] } as const
const spoiledShare = 0.05
const minuteMs = 60_000
const dayMs = 86_400_000
const year2000 = Date.UTC(2000, 0, 1)

/** A fast clock: one and a half minutes a day, set right every nine days; after a reset it believes in the year 2000. */
const wrongClock = (key: number, at: number): number => {
	const since = episodeAt(key, reset, at)
	if (since !== undefined) return year2000 + Math.round(since.elapsed * 3600) * 1000
	return at + Math.round((((at / dayMs) % 9) * 1.5 * minuteMs) / 1000) * 1000
}

/** What a broken device sends instead: cut off, of the wrong type, out of any range, or not JSON at all. */
const spoil = (kind: number, good: string, reading: Measurement): string => {
	switch (kind) {
		case 0:
			return '{'
		case 1:
			return good.slice(0, Math.max(1, Math.floor(good.length / 2)))
		case 2:
			return JSON.stringify({ at: reading.at / 1000, fill: 'full' })
		case 3:
			// 0xFFFF in tenths: what a sensor without its probe reads.
			return JSON.stringify({ at: reading.at / 1000, fill: 6553.5, temperature: -127 })
		default:
			return '[]'
	}
}

/**
 * The payload for one or more readings of a device, in order of time: native JSON (docs: domain 7), an array unless
 * there is only one. Firmwares differ, by device: seconds or milliseconds, values flat or under `values`.
 * A device behind a gateway is named in each entry, for the gateway publishes it under its own name.
 * The device `rubbish` spoils about one message in twenty, the device `wrong-clock` tells other instants.
 */
export const payloadOf = (
	simulated: SimulatedDevice,
	readings: readonly [Measurement, ...Measurement[]],
	seed: number,
): string => {
	const { device, character } = simulated
	const key = keysOf(seed, device.id).device
	const flat = draw(key, firmware, 0) < 0.3
	const unit = draw(key, firmware, 1) < 0.7 ? 1000 : 1
	const entries = readings.map((reading) => {
		const at = (character === 'wrong-clock' ? wrongClock(key, reading.at) : reading.at) / unit
		const head = device.gateway === undefined ? { at } : { device: device.id, at }
		return flat ? { ...head, ...reading.values } : { ...head, values: reading.values }
	})
	const good = JSON.stringify(entries.length === 1 ? entries[0] : entries)
	if (character !== 'rubbish') return good
	const n = Math.floor(readings[0].at / 1000)
	if (draw(key, spoiled, n) >= spoiledShare) return good
	return spoil(Math.floor(draw(key, spoiling, n) * 5), good, readings[0])
}
