import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoTaskStore } from '../../../functions/adapters/tables/dynamoTaskStore.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import type { DueTasks, TaskList, TaskStore, UntoldTasks } from '../../../shared/ports/taskStore.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { alarmTask } from '../../doubles/tasks.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const RAISED = Date.parse('2026-11-23T06:05:00Z')
const MINUTE = 60_000
const newTask = (courtyard = 'yard-1', onset = RAISED): Task => {
	const task = alarmTask({ device: `device-${randomUUID()}`, courtyard, rule: 'fire', onset, severity: 'critical' })
	return { ...task, alert: { dueAt: onset } }
}
const inState = (task: Task, state: Task['state'], at: number): Task => ({
	...task,
	state,
	events: [...task.events, { at, actor: { kind: 'person', id: 'wang' }, type: 'commented', from: 'raised', to: state }],
})

describe.each<[string, () => TaskStore & DueTasks & TaskList & UntoldTasks]>([
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

	test('a courtyard lists its tasks by state, the latest change first, without those that were withdrawn', async () => {
		const store = make()
		const courtyard = `yard-${randomUUID()}`
		const [a, b, c, d] = [newTask(courtyard), newTask(courtyard), newTask(courtyard), newTask(courtyard)]
		await store.put(a, undefined)
		await store.put(inState(b, 'verified', RAISED + 10 * MINUTE), undefined)
		await store.put(inState(c, 'verified', RAISED + 20 * MINUTE), undefined)
		await store.put(inState(d, 'withdrawn', RAISED), undefined)
		await store.put(newTask(), undefined)
		const ids = async (state?: Task['state'], since?: number) =>
			(await store.ofCourtyard(courtyard, state, since)).map(({ id }) => id)
		expect(await ids()).toEqual([c.id, b.id, a.id])
		expect(await ids('verified')).toEqual([c.id, b.id])
		expect(await ids('verified', RAISED + 10 * MINUTE)).toEqual([c.id])
		expect(await ids(undefined, RAISED)).toEqual([c.id, b.id])
		expect(await ids('fixed')).toEqual([])
	})

	test('a courtyard is read page by page, each task once', async () => {
		const store = make()
		const courtyard = `yard-${randomUUID()}`
		const all = [0, 1, 2, 3, 4].map((minute) => newTask(courtyard, RAISED + minute * MINUTE))
		for (const task of all) await store.put(task, undefined)
		const seen: string[] = []
		let after: string | undefined
		do {
			const page = await store.pageOfCourtyard(courtyard, 'raised', 2, after)
			if (page === 'bad-cursor') throw new Error('the store does not know its own cursor')
			expect(page.tasks.length).toBeLessThanOrEqual(2)
			seen.push(...page.tasks.map(({ id }) => id))
			after = page.next
		} while (after !== undefined)
		expect(seen).toEqual(all.map(({ id }) => id).reverse())
		expect(await store.pageOfCourtyard(courtyard, 'raised', 2, 'made up')).toBe('bad-cursor')
	})

	test('an open task is due when its alert or its next step is, whichever comes first, and a closed one never', async () => {
		const store = make()
		const task = newTask()
		await store.put(task, undefined)
		const due = async (until: number) => (await store.due(until)).some(({ id }) => id === task.id)
		expect([await due(RAISED), await due(RAISED - 1)]).toEqual([true, false])
		const step = task.nextStepAt ?? 0
		await store.put({ ...task, alert: { sentAt: RAISED }, version: 2 }, 1)
		expect([await due(step - 1), await due(step)]).toEqual([false, true])
		await store.put({ ...inState(task, 'verified', RAISED), version: 3 }, 2)
		expect(await due(step)).toBe(false)
	})

	test('the open tasks of all courtyards come page by page, what is due first first', async () => {
		const store = make()
		const early = Date.parse('2020-01-01T00:00:00Z')
		const mine = [2, 0, 1].map((minute) => newTask(`yard-${minute}`, early + minute * MINUTE))
		const [later, first, second] = mine
		for (const task of mine) await store.put(task, undefined)
		const page = await store.openPage(2)
		if (page === 'bad-cursor') throw new Error('a first page needs no cursor')
		expect(page.tasks.map(({ id }) => id)).toEqual([first?.id, second?.id])
		const next = await store.openPage(1, page.next)
		expect(next).toMatchObject({ tasks: [{ id: later?.id }] })
		expect(await store.openPage(2, '~')).toBe('bad-cursor')
		for (const task of mine) await store.put({ ...inState(task, 'verified', RAISED), version: 2 }, 1)
	})

	test('a task is untold until the channels have its latest news, and again when there is other news', async () => {
		const store = make()
		const { handedOn: _, ...fresh } = newTask()
		const task: Task = { ...fresh, alert: { sentAt: RAISED } }
		await store.put(task, undefined)
		const untold = async (until = RAISED) => (await store.untold(until)).some(({ id }) => id === task.id)
		expect([await untold(RAISED - 1), await untold()]).toEqual([false, true])
		await store.handedOn({ ...task, version: 9 }, 'raised')
		expect(await untold()).toBe(true)
		await store.handedOn(task, 'raised')
		expect(await untold()).toBe(false)
		expect(await store.get(task.id)).toEqual({ ...task, handedOn: 'raised' })
		const ended = { ...inState(task, 'verified', RAISED + MINUTE), handedOn: 'raised', version: 2 }
		await store.put(ended, 1)
		expect(await untold(RAISED + MINUTE)).toBe(true)
		await store.handedOn(ended, 'cleared-1')
		expect(await untold(RAISED + MINUTE)).toBe(false)
	})

	test('tasks that ended are found by when they did, over midnight, whether their end was told or not', async () => {
		const store = make()
		const MIDNIGHT = Date.parse('2031-05-02T00:00:00Z')
		const minutes = [-61, -60, -1, 0, 1]
		const tasks = await Promise.all(
			minutes.map(async (minute, i) => {
				const state = i % 2 === 0 ? ('verified' as const) : ('dismissed' as const)
				const at = MIDNIGHT + minute * MINUTE
				const raised = newTask(`yard-${minute}`, at - MINUTE)
				const event = { at, actor: { kind: 'person', id: 'wang' }, type: state, from: 'raised', to: state } as const
				const task: Task = { ...raised, state, events: [...raised.events, event] }
				await store.put(task, undefined)
				if (i > 2) await store.handedOn(task, state === 'verified' ? 'cleared-1' : 'dismissed-1')
				return task
			}),
		)
		const found = async (after: number, until: number) =>
			(await store.endedBetween(MIDNIGHT + after * MINUTE, MIDNIGHT + until * MINUTE)).map(({ courtyard }) => courtyard)
		expect((await found(-61, 0)).sort()).toEqual(['yard--1', 'yard--60', 'yard-0'])
		expect(await found(0, 1)).toEqual(['yard-1'])
		const [first, second] = tasks
		for (const [task, state] of [
			[first, 'withdrawn'],
			[second, 'reopened'],
		] as const)
			if (task) await store.put({ ...inState(task, state, MIDNIGHT), version: 2 }, 1)
		expect((await found(-62, 1)).sort()).toEqual(['yard--1', 'yard-0', 'yard-1'])
	})
})
