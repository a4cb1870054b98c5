import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoTaskStore } from '../../../functions/adapters/dynamoTaskStore.ts'
import type { Task } from '../../../shared/contract/task.ts'
import { stateAlarm } from '../../../shared/domain/task/alarmTask.ts'
import type { TaskStore } from '../../../shared/ports/taskStore.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const RAISED = Date.parse('2026-11-23T06:05:00Z')
const newTask = (courtyard = 'yard-1'): Task => {
	const device = `device-${randomUUID()}`
	const subject = {
		device,
		courtyard,
		rule: 'fire',
		onset: RAISED,
		severity: 'critical',
		concerns: 'environment',
	} as const
	const task = stateAlarm(undefined, subject, '2026-11-23T06', { rev: 1, interval: { raisedAt: RAISED, value: 75 } })
	return { ...task, alert: { dueAt: RAISED } }
}

describe.each<[string, () => TaskStore]>([
	['in memory', () => new MemoryTaskStore()],
	['in DynamoDB', () => new DynamoTaskStore(local.client, local.name('tasks'))],
])('the task store %s', (_name, make) => {
	test('returns what was put', async () => {
		const store = make()
		const task = newTask()
		expect(await store.put(task, undefined)).toBe('stored')
		expect(await store.get(task.id)).toEqual(task)
		expect(await store.get('nobody')).toBeUndefined()
	})

	test('lets the second of two writers know that it came second', async () => {
		const store = make()
		const task = newTask()
		expect(await store.put(task, undefined)).toBe('stored')
		expect(await store.put(task, undefined)).toBe('conflict')
		expect(await store.put({ ...task, version: 2 }, 1)).toBe('stored')
		expect(await store.put({ ...task, version: 2 }, 1)).toBe('conflict')
	})
})

describe('the indexes of the task table', () => {
	test('a courtyard lists its tasks by state, without those that were withdrawn', async () => {
		const store = new DynamoTaskStore(local.client, local.name('tasks'))
		const courtyard = `yard-${randomUUID()}`
		const [raised, verified, withdrawn] = [newTask(courtyard), newTask(courtyard), newTask(courtyard)]
		await store.put(raised, undefined)
		await store.put({ ...verified, state: 'verified' }, undefined)
		await store.put({ ...withdrawn, state: 'withdrawn' }, undefined)
		await store.put(newTask(), undefined)
		const ids = async (state?: Task['state']) => (await store.ofCourtyard(courtyard, state)).map(({ id }) => id).sort()
		expect(await ids()).toEqual([raised.id, verified.id].sort())
		expect(await ids('raised')).toEqual([raised.id])
		expect(await ids('fixed')).toEqual([])
	})

	test('an alert is due until it was sent', async () => {
		const store = new DynamoTaskStore(local.client, local.name('tasks'))
		const task = newTask()
		await store.put(task, undefined)
		const due = async (until: number) => (await store.alertsDue(until)).some(({ id }) => id === task.id)
		expect([await due(RAISED), await due(RAISED - 1)]).toEqual([true, false])
		await store.put({ ...task, alert: { sentAt: RAISED }, version: 2 }, 1)
		expect(await due(RAISED)).toBe(false)
	})
})
