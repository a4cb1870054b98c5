import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DynamoQuarantine } from '../../../functions/adapters/tables/dynamoQuarantine.ts'
import type { Quarantine, QuarantineDesk, Quarantined } from '../../../shared/ports/quarantine.ts'
import { MemoryQuarantine } from '../../doubles/memoryQuarantine.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const NOW = 1_000_000
const message = (id: string, receivedAt: number, expires = 2000): Quarantined => ({
	id,
	receivedAt,
	topic: 'dt/sanitation/toilet-1/json',
	thing: 'toilet-1',
	faults: [{ code: 'not-json', got: '{' }],
	payload: new Uint8Array([123]),
	expires,
})
const replayed = { at: 5, by: { id: 'u-1', name: '李主任' } }

describe.each([
	['in memory', (): Quarantine & QuarantineDesk => new MemoryQuarantine()],
	['in DynamoDB', (): Quarantine & QuarantineDesk => new DynamoQuarantine(local.client, local.name('telemetry'))],
])('the quarantine %s', (_, make) => {
	let quarantine: Quarantine & QuarantineDesk
	let id: (name: string) => string
	beforeEach(() => {
		quarantine = make()
		const run = randomUUID()
		id = (name) => `${name}-${run}`
	})

	test('keeps a delivery once, lists the newest first, page by page, without what has expired', async () => {
		const base = Math.floor(Math.random() * 1e9) * 10
		for (const entry of [
			message(id('a'), base + 1),
			message(id('b'), base + 2),
			message(id('b'), base + 2),
			message(id('c'), base + 3),
			message(id('d'), base + 4, 1),
		]) {
			await quarantine.keep(entry)
		}
		const first = await quarantine.list(3, { receivedAt: base + 5, id: '' }, NOW)
		expect(first.entries.map((entry) => entry.id)).toEqual([id('c'), id('b')])
		const second = await quarantine.list(1, first.next, NOW)
		expect(second.entries).toEqual([{ ...message(id('a'), base + 1), payloadBytes: 1 }])
	})

	test('shows the same without payloads', async () => {
		await quarantine.keep({ ...message(id('a'), 8_000_000_000_000), replayOf: '7-x' })
		const { payload, ...head } = message(id('a'), 8_000_000_000_000)
		const { entries } = await quarantine.heads(undefined, NOW)
		expect(entries[0]).toEqual({ ...head, payloadBytes: 1, replayOf: '7-x' })
		await quarantine.keep(message(id('b'), 8_000_000_000_001, 1))
		expect((await quarantine.heads(undefined, NOW)).entries[0]?.id).toBe(id('a'))
	})

	test('finds one by its key, until it has expired', async () => {
		const key = { receivedAt: 77, id: id('a') }
		await quarantine.keep(message(key.id, 77))
		expect(await quarantine.get(key, NOW)).toEqual({ ...message(key.id, 77), payloadBytes: 1 })
		expect(await quarantine.get(key, 2_000_000)).toBeUndefined()
		expect(await quarantine.get({ ...key, receivedAt: 78 }, NOW)).toBeUndefined()
	})

	test('knows who replayed an entry and when, also after the queue delivered it once more', async () => {
		const key = { receivedAt: 77, id: id('a') }
		await quarantine.keep(message(key.id, 77))
		await quarantine.markReplayed(key, { ...replayed, at: 4 })
		await quarantine.markReplayed(key, replayed)
		await quarantine.keep(message(key.id, 77))
		expect((await quarantine.get(key, NOW))?.replayed).toEqual(replayed)
	})

	test('makes no entry out of the note on one that has gone', async () => {
		await quarantine.markReplayed({ receivedAt: 77, id: id('a') }, replayed)
		expect(await quarantine.get({ receivedAt: 77, id: id('a') }, NOW)).toBeUndefined()
	})

	test('keeps the beginning of a payload that is too long, and how long it was', async () => {
		await quarantine.keep({ ...message(id('a'), 77), payload: new Uint8Array(500_000) })
		const kept = await quarantine.get({ receivedAt: 77, id: id('a') }, NOW)
		expect([kept?.payload.length, kept?.payloadBytes]).toEqual([350 * 1024, 500_000])
	})
})
