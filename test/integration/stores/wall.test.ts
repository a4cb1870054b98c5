import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoContacts } from '../../../functions/adapters/tables/dynamoContacts.ts'
import { DynamoTally } from '../../../functions/adapters/tables/dynamoTally.ts'
import { DynamoVoices } from '../../../functions/adapters/tables/dynamoVoices.ts'
import type { Contacts, Tally, Voices } from '../../../shared/ports/wall.ts'
import { MemoryContacts, MemoryTally, MemoryVoices } from '../../doubles/memoryWall.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
let table: string
beforeAll(async () => {
	local = await localTables()
	table = local.name('telemetry')
})
afterAll(() => local.close())

const NOW = Date.parse('2026-11-23T06:12:00Z')
const EXPIRES = NOW / 1000 + 3600

describe.each<[string, () => Contacts]>([
	['in memory', () => new MemoryContacts()],
	['in DynamoDB', () => new DynamoContacts(local.client, table)],
])('contacts %s', (_name, make) => {
	test('are kept as they first came, shown until they expire, and deleted from then on, the oldest first', async () => {
		const contacts = make()
		const [early, late] = [1, 2].map((n) => ({ task: `wall.${randomUUID()}`, expiresAt: NOW + n }))
		if (!early || !late) throw new Error('two keys')
		await contacts.keep(late, { name: '陈' })
		await contacts.keep(early, { phone: '028-1234567' })
		await contacts.keep(early, { phone: '028-7654321' })
		expect(await contacts.get(early, NOW)).toEqual({ phone: '028-1234567' })
		expect(await contacts.get({ ...early, task: 'wall.nothing' }, NOW)).toBeUndefined()
		expect(await contacts.get(early, NOW + 1)).toBeUndefined()
		expect(await contacts.forget(NOW, 10)).toBe(0)
		expect(await contacts.forget(NOW + 9, 1)).toBe(1)
		expect(await contacts.get(early, NOW)).toBeUndefined()
		expect(await contacts.get(late, NOW)).toEqual({ name: '陈' })
		expect(await contacts.forget(NOW + 2, 10)).toBe(1)
		expect(await contacts.forget(NOW + 2, 10)).toBe(0)
	})
})

describe.each<[string, () => Tally]>([
	['in memory', () => new MemoryTally()],
	['in DynamoDB', () => new DynamoTally(local.client, table)],
])('a tally %s', (_name, make) => {
	test('counts what comes at once, each under its name', async () => {
		const tally = make()
		const name = randomUUID()
		expect(await tally.read(name)).toBe(0)
		const sums = await Promise.all([1, 2, 3].map(() => tally.add(name, EXPIRES)))
		expect(sums.sort()).toEqual([1, 2, 3])
		expect(await tally.add(`${name}-other`, EXPIRES)).toBe(1)
		expect(await tally.read(name)).toBe(3)
	})
})

describe.each<[string, () => Voices]>([
	['in memory', () => new MemoryVoices()],
	['in DynamoDB', () => new DynamoVoices(local.client, table)],
])('voices %s', (_name, make) => {
	test('count once a day', async () => {
		const voices = make()
		const task = `wall.${randomUUID()}`
		expect(await voices.count(task)).toBe(0)
		for (const who of ['a', 'b', 'a']) await voices.add(task, '2026-11-23', who, EXPIRES)
		await voices.add(task, '2026-11-24', 'a', EXPIRES)
		expect(await voices.count(task)).toBe(3)
	})
})
