import { expect, test } from 'vitest'
import { getReadings, ReadingsQuery } from '../../../functions/api/devices/readings.ts'
import { ReadingsPage } from '../../../shared/contract/telemetry/readingsPage.ts'
import { hourOf } from '../../../shared/domain/telemetry/hour.ts'
import { packReading } from '../../../shared/domain/telemetry/hourPack.ts'
import { MemoryTelemetryStore } from '../../doubles/memoryTelemetryStore.ts'
import { fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'

const NOW = Date.parse('2026-11-23T06:12:00Z')
const staff = { role: 'staff' as const, person: { id: 'u', name: 'u' } }

/** The history of a toilet with these readings, [instant, ammonia]. */
const history = async (readings: readonly (readonly [number, number])[], query: Record<string, string>) => {
	const store = new MemoryTelemetryStore()
	for (const [at, ammonia] of readings) {
		const member = packReading({ at, values: { ammonia } })
		await store.add({ device: toilet.id, hour: hourOf(at), readings: [member], expires: 9e9 })
	}
	const asked: string[] = []
	const telemetry = {
		pick: async () => [],
		newest: async () => undefined,
		range: async (device: string, from: string, to: string) => {
			asked.push(`${from}..${to}`)
			return store.hours(device).filter(({ hour }) => hour >= from && hour <= to)
		},
	}
	const ports = {
		registry: fixedRegistry(registryOf(toilet)),
		telemetry,
		retentionMs: 400 * 86_400_000,
		now: () => NOW,
	}
	const reader = { ...ports, registry: { ...ports.registry, put: async () => {} } }
	const outcome = await getReadings(reader, staff, toilet.id, ReadingsQuery.parse(query))
	return { page: ReadingsPage.parse('body' in outcome ? outcome.body : outcome), asked }
}

const HOUR = 3_600_000
const start = Date.parse('2026-11-20T00:00:00Z')
const range = { from: '2026-11-20T00:00:00Z', to: '2026-11-22T00:00:00Z' }

test('by default, the readings themselves', async () => {
	const { page } = await history([[start, 0.1]], range)
	expect(page).toMatchObject({
		resolution: 'raw',
		readings: [{ at: '2026-11-20T00:00:00.000Z', values: { ammonia: 0.1 } }],
	})
	expect(page.next).toBeUndefined()
})

test('by hour, the statistics of each hour', async () => {
	const { page } = await history(
		[
			[start, 1],
			[start + 1000, 2],
			[start + HOUR, 5],
		],
		{ ...range, resolution: 'hour' },
	)
	expect(page).toMatchObject({
		buckets: [
			{ start: '2026-11-20T00:00:00.000Z', measurands: { ammonia: { count: 2, min: 1, mean: 1.5, max: 2 } } },
			{ start: '2026-11-20T01:00:00.000Z', measurands: { ammonia: { count: 1, min: 5, mean: 5, max: 5 } } },
		],
	})
})

test('by day, the days of Asia/Shanghai', async () => {
	const { page } = await history(
		[
			[start + 15 * HOUR, 1],
			[start + 16 * HOUR, 3],
		],
		{ ...range, resolution: 'day' },
	)
	expect(page).toMatchObject({
		buckets: [
			{ start: '2026-11-19T16:00:00.000Z', measurands: { ammonia: { max: 1 } } },
			{ start: '2026-11-20T16:00:00.000Z', measurands: { ammonia: { max: 3 } } },
		],
	})
})

test('a long range comes in pages that neither lose nor repeat a reading', async () => {
	const readings = Array.from({ length: 20 }, (_, day) => [start - day * 24 * HOUR, day] as const)
	const got: string[] = []
	let from: string | undefined = '2026-10-30T12:34:56Z'
	let pages = 0
	while (from !== undefined) {
		const { page } = await history(readings, { from, to: '2026-11-21T00:00:00Z' })
		if (page.resolution === 'raw') got.push(...page.readings.map(({ at }) => at))
		from = page.next
		pages += 1
	}
	expect(pages).toBe(4)
	expect(got).toEqual(readings.map(([at]) => new Date(at).toISOString()).reverse())
})

test('a page ends after 10,000 readings, for a device that sends more than it is registered for', async () => {
	const readings = Array.from({ length: 10_002 }, (_, i) => [start + i * 1000, 1] as const)
	const { page } = await history(readings, range)
	expect(page.resolution === 'raw' && page.readings.length).toBe(10_000)
	expect(page.next).toBe(new Date(start + 10_000_000).toISOString())
})

test('older than is kept is clipped, and says so', async () => {
	const { page, asked } = await history([], { from: '2020-01-01T00:00:00Z', resolution: 'day' })
	expect(page.from).toBe('2025-10-19T16:00:00.000Z')
	expect(page.clipped).toEqual({
		asked: '2020-01-01T00:00:00.000Z',
		text: { zh: '读数只保存 400 天', en: 'readings are kept for 400 days' },
	})
	expect(asked).toEqual(['2025-10-19T16..2026-11-23T15'])
})

test('a range wholly before what is kept reads nothing', async () => {
	const { page, asked } = await history([], { from: '2020-01-01T00:00:00Z', to: '2020-02-01T00:00:00Z' })
	expect([page.next, asked]).toEqual([undefined, []])
})
