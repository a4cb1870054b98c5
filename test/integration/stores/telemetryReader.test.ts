import { afterAll, beforeAll, expect, test } from 'vitest'
import { DynamoTelemetryReader } from '../../../functions/adapters/tables/dynamoTelemetryReader.ts'
import { DynamoTelemetryStore } from '../../../functions/adapters/tables/dynamoTelemetryStore.ts'
import { hourOf, hourStart } from '../../../shared/domain/telemetry/hour.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const FIRST = '2025-11-01T00'
const after = (hours: number): string => hourOf(hourStart(FIRST) + hours * 3_600_000)

test('a range of 400 days, read in parts, has every hour once and in order, without what has expired', async () => {
	const store = new DynamoTelemetryStore(local.client, local.name('telemetry'))
	// On both sides of where the parts meet, at both ends, and one hour beyond each.
	const offsets = [-1, 0, 1, 959, 960, 961, 1919, 1920, 5000, 9599, 9600, 9601]
	for (const offset of offsets) {
		const expires = offset === 5000 ? 1 : 2_000_000_000
		await store.add({ device: 'a', hour: after(offset), readings: ['0 A1'], expires })
	}
	const reader = new DynamoTelemetryReader(local.client, local.name('telemetry'), () => 1_800_000_000_000)
	const found = await reader.range('a', FIRST, after(9600))
	expect(found.map(({ hour }) => hour)).toEqual([0, 1, 959, 960, 961, 1919, 1920, 9599, 9600].map(after))
	expect((await reader.range('a', FIRST, FIRST)).map(({ hour }) => hour)).toEqual([FIRST])
})
