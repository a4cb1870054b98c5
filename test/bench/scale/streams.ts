import type { StreamRecord } from '../../../functions/ingest/streamRecords.ts'
import { Device } from '../../../shared/contract/registry/registry.ts'
import type { Measurand, Revolution, Values } from '../../../shared/contract/telemetry/measurand.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { courtyard, registryOf } from '../../doubles/township.ts'
import { seeded } from '../ingest/random.ts'
import { type Range, ranges } from '../ingest/values.ts'

/** How often a device reports, seconds; the offset within it is its own, so that they do not all speak at once. */
export const INTERVAL_S = 300
const YARD = 10
const VILLAGE = 250
/** One device in so many has three bad readings in a row, which is a task and an alert. */
const TROUBLED = 40
const TROUBLE_FROM = 2
const TROUBLE_FOR = 3

const kinds = ['toilet', 'waste', 'sewage'] as const satisfies readonly Revolution[]

/** So many devices, ten to a courtyard, 250 to a village; each sees to one of the three revolutions. */
export function countyOf(devices: number): Registry {
	const all = Array.from({ length: devices }, (_, n) => {
		const id = `device-${String(n).padStart(7, '0')}`
		const sewageLevel = ['II', 'II', 'III', 'I'][n % 4]
		const yard = yardOf(n)
		const device = { id, kind: kinds[n % 3], courtyard: yard, name: named(id), interval: INTERVAL_S, sewageLevel }
		// As it comes from the table: no text shares its memory with another.
		return Device.parse(JSON.parse(JSON.stringify(device)))
	})
	const yards = Array.from({ length: Math.ceil(devices / YARD) }, (_, n) => ({
		...courtyard,
		id: yardOf(n * YARD),
		village: villageOf(n * YARD),
	}))
	const villages = Array.from({ length: Math.ceil(devices / VILLAGE) }, (_, n) => {
		const id = villageOf(n * VILLAGE)
		return { id, township: 'town', name: named(id) }
	})
	return {
		...registryOf(...all),
		villages: new Map(villages.map((village) => [village.id, village])),
		courtyards: new Map(yards.map((yard) => [yard.id, yard])),
	}
}

const yardOf = (n: number): string => `yard-${String(Math.floor(n / YARD)).padStart(6, '0')}`
const villageOf = (n: number): string => `village-${String(Math.floor(n / VILLAGE)).padStart(5, '0')}`
const named = (id: string) => ({ zh: id, en: id })

/** The devices by the second of their interval at which they report: what `jittered` means. */
export function bySecond(registry: Registry): { device: Device; n: number }[][] {
	const seconds: { device: Device; n: number }[][] = Array.from({ length: INTERVAL_S }, () => [])
	let n = 0
	for (const device of registry.devices.values()) {
		seconds[Math.floor(seeded(n)() * INTERVAL_S)]?.push({ device, n })
		n += 1
	}
	return seconds
}

/** The k-th reading of a device as Kinesis hands it over a second later. */
export function recordOf({ device, n }: { device: Device; n: number }, k: number, at: number): StreamRecord {
	const payload = Buffer.from(JSON.stringify({ at, ...valuesOf(device, n, k) })).toString('base64')
	const topic = `dt/sanitation/${device.id}/json`
	const message = JSON.stringify({ payload, topic, clientId: device.id, receivedAt: at + 400 })
	const sequenceNumber = `4966${String(at).padStart(20, '0')}${String(n).padStart(8, '0')}`
	return {
		eventID: `shardId-${String(n % 2).padStart(12, '0')}:${sequenceNumber}`,
		kinesis: {
			data: Buffer.from(message).toString('base64'),
			sequenceNumber,
			approximateArrivalTimestamp: (at + 500) / 1000,
		},
	}
}

function valuesOf({ kind }: Device, n: number, k: number): Values {
	const next = seeded(n * 1000 + k)
	const own = Object.entries(ranges[kind as Revolution]) as [Measurand, Range][]
	const values: Values = {}
	for (const [name, { well, decimals }] of own) values[name] = between(well, next(), decimals)
	const isIll = n % TROUBLED === 0 && k >= TROUBLE_FROM && k < TROUBLE_FROM + TROUBLE_FOR
	const [name, range] = own.find(([, { ill }]) => ill !== undefined) ?? []
	if (isIll && name && range?.ill) values[name] = between(range.ill, next(), range.decimals)
	return values
}

const between = ([low, high]: readonly [number, number], share: number, decimals: number): number =>
	Number((low + (high - low) * share).toFixed(decimals))
