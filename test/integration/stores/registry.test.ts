import { afterAll, beforeAll, expect, test } from 'vitest'
import { DynamoQuarantine } from '../../../functions/adapters/dynamoQuarantine.ts'
import { DynamoRegistry } from '../../../functions/adapters/dynamoRegistry.ts'
import { courtyard, registryOf, toilet } from '../../doubles/township.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

test('an entry put by one Lambda is seen by another at once when it looks, and within ten seconds anyway', async () => {
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
	now = 9999
	expect((await reader.current()).devices.size).toBe(0)
	expect((await reader.refreshed()).devices.get('toilet-1')).toEqual(toilet)
	await writer.put({ townships: [], villages: [], courtyards: [], devices: [{ ...toilet, interval: 600 }] })
	now = 20_000
	expect((await reader.current()).devices.get('toilet-1')?.interval).toBe(600)
})

test('the quarantine keeps a delivery once, lists the newest first, page by page, without what has expired', async () => {
	const quarantine = new DynamoQuarantine(local.client, local.name('telemetry'))
	const message = (id: string, receivedAt: number, expires = 2000) => ({
		id,
		receivedAt,
		topic: 'dt/sanitation/toilet-1/json',
		thing: 'toilet-1',
		faults: [{ code: 'not-json' as const }],
		payload: new Uint8Array([123]),
		expires,
	})
	for (const entry of [
		message('a', 1000),
		message('b', 2000),
		message('b', 2000),
		message('c', 3000),
		message('d', 4000, 1),
	]) {
		await quarantine.keep(entry)
	}
	const first = await quarantine.list(3, undefined, 1_000_000)
	expect(first.entries.map(({ id }) => id)).toEqual(['c', 'b'])
	const second = await quarantine.list(3, first.next, 1_000_000)
	expect(second.entries).toEqual([message('a', 1000)])
})
