import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoChannelBook } from '../../../functions/adapters/tables/dynamoChannelBook.ts'
import { DynamoChannelStates } from '../../../functions/adapters/tables/dynamoChannelStates.ts'
import { DynamoOutbox } from '../../../functions/adapters/tables/dynamoOutbox.ts'
import { DynamoTaskStore } from '../../../functions/adapters/tables/dynamoTaskStore.ts'
import type { OutboxEntry } from '../../../shared/contract/alert/outbox.ts'
import { freshState } from '../../../shared/domain/alert/channelState.ts'
import type { ChannelBook } from '../../../shared/ports/channelBook.ts'
import type { ChannelStates, Outbox } from '../../../shared/ports/outbox.ts'
import { MemoryChannelBook, MemoryChannelStates, MemoryOutbox } from '../../doubles/memoryOutbox.ts'
import { robot } from '../../doubles/notifyBench.ts'
import { alarmTask } from '../../doubles/tasks.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const AT = Date.parse('2026-11-23T06:05:00Z')
const MINUTE = 60_000
const entry = (change: Partial<OutboxEntry> = {}): OutboxEntry => ({
	task: `task-${randomUUID()}`,
	news: 'raised',
	recipient: 'channel:robot',
	channel: `robot-${randomUUID().slice(0, 8)}`,
	courtyard: 'yard-1',
	severity: 'major',
	at: AT,
	nextAt: AT,
	attempts: 0,
	...change,
})

describe.each<[string, () => Outbox]>([
	['in memory', () => new MemoryOutbox()],
	['in DynamoDB', () => new DynamoOutbox(local.client, local.name('tasks'))],
])('the outbox %s', (_name, make) => {
	test('keeps the same news for the same recipient once, whatever has become of it', async () => {
		const outbox = make()
		const first = entry()
		const { nextAt: _, ...rest } = first
		const sent = { ...rest, sentAt: AT + 1, attempts: 1 }
		await outbox.add(first)
		expect(await outbox.note(sent)).toBe('stored')
		await outbox.add({ ...first, channel: 'another' })
		expect(await outbox.ofTask(first.task)).toEqual([sent])
		expect(await outbox.due(first.channel, AT + MINUTE, 10)).toEqual([])
	})

	test('has for each channel what is due, the oldest first', async () => {
		const outbox = make()
		const a = entry({ nextAt: AT + MINUTE })
		const b = entry({ channel: a.channel })
		const later = entry({ channel: a.channel, nextAt: AT + 9 * MINUTE })
		for (const each of [a, b, later, entry()]) await outbox.add(each)
		expect(await outbox.due(a.channel, AT + MINUTE, 10)).toEqual([b, a])
		expect(await outbox.due(a.channel, AT + MINUTE, 1)).toEqual([b])
	})

	test('never takes back that something was told', async () => {
		const outbox = make()
		const first = entry()
		const { nextAt: _, ...rest } = first
		await outbox.add(first)
		await outbox.note({ ...first, attempts: 1, lastError: 'down' })
		await outbox.note({ ...rest, sentAt: AT })
		expect(await outbox.note({ ...first, attempts: 2, lastError: 'down' })).toBe('settled')
		expect(await outbox.ofTask(first.task)).toEqual([{ ...rest, sentAt: AT }])
	})
})

describe.each<[string, () => ChannelStates]>([
	['in memory', () => new MemoryChannelStates()],
	['in DynamoDB', () => new DynamoChannelStates(local.client, local.name('tasks'))],
])('what is known of a channel %s', (_name, make) => {
	test('is claimed by one of two who come at once', async () => {
		const states = make()
		const state = { ...freshState(`robot-${randomUUID()}`), version: 1, lately: [AT], lastSuccessAt: AT }
		expect(await states.get(state.channel)).toBeUndefined()
		const both = await Promise.all([states.put(state, undefined), states.put(state, undefined)])
		expect(both.sort()).toEqual(['conflict', 'stored'])
		expect(await states.put({ ...state, version: 2 }, 1)).toBe('stored')
		expect(await states.put({ ...state, version: 2 }, 1)).toBe('conflict')
		expect(await states.get(state.channel)).toEqual({ ...state, version: 2 })
	})
})

describe.each<[string, () => ChannelBook]>([
	['in memory', () => new MemoryChannelBook()],
	['in DynamoDB', () => new DynamoChannelBook(local.client, local.name('registry'))],
])('the list of channels %s', (_name, make) => {
	test('is what was put last', async () => {
		const book = make()
		expect(await book.list()).toEqual([])
		await book.replace([robot, { ...robot, id: 'other' }])
		await book.replace([robot])
		expect(await book.list()).toEqual([robot])
	})
})

test('what is to be told stands beside its task and is not taken for one', async () => {
	const store = new DynamoTaskStore(local.client, local.name('tasks'))
	const task = alarmTask({ device: `d-${randomUUID()}`, courtyard: `yard-${randomUUID()}` })
	await store.put(task, undefined)
	await new DynamoOutbox(local.client, local.name('tasks')).add(entry({ task: task.id, courtyard: task.courtyard }))
	expect(await store.ofCourtyard(task.courtyard, undefined)).toEqual([task])
	expect(await store.get(task.id)).toEqual(task)
})
