import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoTelemetryStore } from '../../../functions/adapters/tables/dynamoTelemetryStore.ts'
import type { DeviceHour, TelemetryStore } from '../../../shared/ports/telemetryStore.ts'
import { MemoryTelemetryStore } from '../../doubles/memoryTelemetryStore.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const HOUR = '2026-11-23T06'
const expires = 2_000_000_000
const all = async (items: AsyncIterable<DeviceHour>): Promise<DeviceHour[]> => Array.fromAsync(items)

describe.each<[string, () => TelemetryStore]>([
	['in memory', () => new MemoryTelemetryStore()],
	['in DynamoDB', () => new DynamoTelemetryStore(local.client, local.name('telemetry'))],
])('the telemetry store %s', (_name, make) => {
	const fresh = () => ({ store: make(), device: `device-${randomUUID()}` })

	test('keeps a reading once, however often it is added, and returns the whole hour', async () => {
		const { store, device } = fresh()
		await store.add({ device, hour: HOUR, readings: ['a A1'], expires })
		const item = await store.add({ device, hour: HOUR, readings: ['a A1', 'b A2'], expires })
		expect(item).toEqual({
			device,
			hour: HOUR,
			readings: ['a A1', 'b A2'],
			touched: [],
			rev: 0,
			settled: 0,
			ahead: false,
		})
	})

	test('keeps how late the last news came', async () => {
		const { store, device } = fresh()
		await store.add({ device, hour: HOUR, readings: ['a A1'], expires, lag: 4000 })
		expect(await store.add({ device, hour: HOUR, readings: ['b A1'], expires })).toMatchObject({ lag: 4000 })
	})

	test('sets a carry with the readings only where there is none', async () => {
		const { store, device } = fresh()
		const first = await store.add({ device, hour: HOUR, readings: ['a A1'], expires, carryIfAbsent: '{"last":1}' })
		const second = await store.add({ device, hour: HOUR, readings: ['b A1'], expires, carryIfAbsent: '{"last":2}' })
		expect([first.carry, second.carry]).toEqual(['{"last":1}', '{"last":1}'])
	})

	test('replaces a carry only if it is the one that was read, and counts that as a revision', async () => {
		const { store, device } = fresh()
		const seen = await store.add({ device, hour: HOUR, readings: ['a A1'], expires })
		const set = await store.setCarry(seen, '{"last":1}')
		expect(set).toMatchObject({ carry: '{"last":1}', rev: 0, readings: ['a A1'] })
		expect(await store.setCarry(seen, '{"last":2}')).toBeUndefined()
		expect(await store.setCarry({ ...seen, carry: '{"last":1}' }, '{"last":3}')).toMatchObject({ rev: 1 })
	})

	test('records an evaluation only while the readings and the carry are those it was made from', async () => {
		const { store, device } = fresh()
		const seen = await store.add({ device, hour: HOUR, readings: ['a A1'], expires, carryIfAbsent: '{}' })
		expect(await store.setAlarms(seen, '[1]', ['fire@a'])).toMatchObject({ alarms: '[1]', touched: ['fire@a'], rev: 1 })
		expect(await store.setAlarms(seen, '[2]', ['fire@b'])).toMatchObject({ touched: ['fire@a', 'fire@b'], rev: 2 })
		await store.add({ device, hour: HOUR, readings: ['b A2'], expires })
		expect(await store.setAlarms(seen, '[3]', [])).toBeUndefined()
		expect(await store.setAlarms({ ...seen, readings: ['a', 'b'], carry: '{"x":1}' }, '[3]', [])).toBeUndefined()
	})

	test('settles a revision only while it is the newest', async () => {
		const { store, device } = fresh()
		const seen = await store.add({ device, hour: HOUR, readings: ['a A1'], expires, carryIfAbsent: '{}' })
		await store.setAlarms(seen, '[1]', [])
		await store.setAlarms(seen, '[2]', [])
		await store.settle(device, HOUR, 1)
		expect((await store.add({ device, hour: HOUR, readings: ['a A1'], expires })).settled).toBe(0)
		await store.settle(device, HOUR, 2)
		expect((await store.add({ device, hour: HOUR, readings: ['a A1'], expires })).settled).toBe(2)
	})

	test('finds the newest hour before another, and the hours from one on in the order of time', async () => {
		const { store, device } = fresh()
		const hours = Array.from({ length: 9 }, (_, i) => `2026-11-23T0${i}`)
		for (const hour of hours.toReversed()) await store.add({ device, hour, readings: ['a A1'], expires })
		expect((await store.previous(device, '2026-11-23T05'))?.hour).toBe('2026-11-23T04')
		expect(await store.previous(device, '2026-11-23T00')).toBeUndefined()
		expect((await all(store.from(device, '2026-11-23T02'))).map(({ hour }) => hour)).toEqual(hours.slice(2))
		expect((await all(store.from(device, ''))).map(({ hour }) => hour)).toEqual(hours)
	})

	test('marks an hour ahead of which a reading came, also where it has none itself', async () => {
		const { store, device } = fresh()
		expect(await store.markAhead(device, HOUR, expires)).toMatchObject({ readings: [], ahead: true })
		expect(await store.add({ device, hour: HOUR, readings: ['a A1'], expires })).toMatchObject({ ahead: true })
	})
})
