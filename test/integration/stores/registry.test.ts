import { afterAll, beforeAll, expect, test } from 'vitest'
import { DynamoRegistry } from '../../../functions/adapters/tables/dynamoRegistry.ts'
import { courtyard, registryOf, toilet } from '../../doubles/township.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

test('an entry put by one Lambda is seen by another at once when it looks, and within four minutes anyway', async () => {
	let now = 0
	const writer = new DynamoRegistry(local.client, local.name('registry'), () => now)
	const reader = new DynamoRegistry(local.client, local.name('registry'), () => now)
	expect((await reader.current()).devices.size).toBe(0)
	const { townships, villages } = registryOf()
	await writer.put({
		townships: [...townships.values()],
		villages: [...villages.values()],
		courtyards: [courtyard],
		devices: [toilet],
	})
	expect((await writer.current()).devices.size).toBe(1)
	now = 1
	expect((await reader.current()).devices.size).toBe(0)
	expect((await reader.refreshed()).devices.get('toilet-1')).toEqual(toilet)
	await writer.put({ townships: [], villages: [], courtyards: [], devices: [{ ...toilet, interval: 600 }] })
	now = 240_000
	expect((await reader.current()).devices.get('toilet-1')?.interval).toBe(300)
	now = 240_001
	expect((await reader.current()).devices.get('toilet-1')?.interval).toBe(600)
})
