import type { Device } from '../../shared/contract/registry/registry.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import type { Sent } from './ingestBench.ts'
import { bin, courtyard, registryOf, toilet } from './township.ts'

const HOUR = 3_600_000
/** 00:00 of 30 October in Asia/Shanghai, two days before the month ends. */
export const FIRST = Date.parse('2026-10-29T16:00:00Z')
/** 00:30 of 2 November: three days are over. */
export const AFTER = FIRST + 72.5 * HOUR

const slow = { interval: 1800, joined: '2026-10-30' } as const
export const devices: Device[] = [
	{ ...toilet, ...slow },
	{ ...bin, ...slow },
	{ ...toilet, ...slow, id: 'toilet-2', courtyard: 'yard-2' },
	{ ...toilet, ...slow, id: 'toilet-3', courtyard: 'yard-3' },
]

/** Two villages: two courtyards in one, one in the other. */
export const registry: Registry = {
	...registryOf(...devices),
	villages: new Map(
		['village-1', 'village-2'].map((id) => [id, { id, township: 'town', name: { zh: id, en: id } }] as const),
	),
	courtyards: new Map(
		[courtyard, { ...courtyard, id: 'yard-2' }, { ...courtyard, id: 'yard-3', village: 'village-2' }].map((one) => [
			one.id,
			one,
		]),
	),
}

/** A reading each half an hour over three days, a pack of twelve hours a message; every device has its bad times. */
export const readings: Sent[] = devices.flatMap(({ id, kind }, n) =>
	Array.from({ length: 6 }, (_, pack) => ({
		thing: id,
		payload: Array.from({ length: 24 }, (_, i) => {
			const at = FIRST + pack * 12 * HOUR + i * 1_800_000 + n * 60_000
			const isBad = (2 * pack + Math.floor(i / 12) + n) % 5 === 2
			return kind === 'waste' ? { at, fill: isBad ? 95 : 40 + i } : { at, ammonia: isBad ? 2.5 : 0.1 + i / 100 }
		}),
		receivedAt: FIRST + (pack + 1) * 12 * HOUR,
	})),
)
