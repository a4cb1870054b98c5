import { describe, expect, test } from 'vitest'
import { type Viewer, viewerOf } from '../../../functions/api/http/viewer.ts'
import { tasksRoutes } from '../../../functions/api/tasks/routes.ts'
import { isProblem } from '../../../shared/contract/http/outcome.ts'
import { Problem } from '../../../shared/contract/http/problem.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import type { TaskAction } from '../../../shared/contract/task/taskAction.ts'
import { TasksView, TaskView } from '../../../shared/contract/task/taskView.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { checklistOfRule } from '../../../shared/domain/task/checklists.ts'
import { packReading } from '../../../shared/domain/telemetry/hourPack.ts'
import { dispatch } from '../../doubles/checkedDispatch.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { MemoryVoices } from '../../doubles/memoryWall.ts'
import { alarmTask, RAISED } from '../../doubles/tasks.ts'
import { courtyard, fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'

const NOW = RAISED + 60 * 60_000
const registry = registryOf(toilet)
const staff = viewerOf({ role: 'staff', sub: 'u-1', name: '王芳' })
const head = viewerOf({ role: 'head', courtyards: 'yard-1', sub: 'u-2', name: '李国富' })
const hour = {
	device: 'toilet-1',
	hour: '2026-11-23T07',
	readings: [packReading({ at: NOW - 60_000, values: { ammonia: 2.5 } })],
	touched: [],
	rev: 0,
	settled: 0,
	ahead: false,
}

async function api(...tasks: Task[]) {
	const store = new MemoryTaskStore()
	for (const task of tasks) await store.put(task, undefined)
	const yards = ['yard-2', 'yard-3'].map((id) => [id, { ...courtyard, id }] as const)
	const known = { ...registry, courtyards: new Map([...registry.courtyards, ...yards]) }
	const voices = new MemoryVoices()
	const ports = {
		registry: { ...fixedRegistry(known), put: async () => {} },
		tasks: store,
		voices,
		telemetry: { pick: async () => [hour], range: async () => [hour], newest: async () => undefined },
		now: () => NOW,
	}
	const routes = tasksRoutes(ports as unknown as Parameters<typeof tasksRoutes>[0])
	const send = (
		viewer: Viewer,
		method: string,
		path: string,
		more: { body?: unknown; query?: Record<string, string>; etag?: string } = {},
	) =>
		dispatch(routes, {
			method,
			path,
			query: more.query ?? {},
			headers: more.etag === undefined ? {} : { 'if-match': more.etag },
			body: more.body === undefined ? undefined : JSON.stringify(more.body),
			viewer,
		})
	const act = (viewer: Viewer, id: string, body: TaskAction, etag?: string) =>
		send(viewer, 'POST', `/api/tasks/${id}/actions`, { body, ...(etag === undefined ? {} : { etag }) })
	const list = async (viewer: Viewer, query: Record<string, string>) => {
		const outcome = await send(viewer, 'GET', '/api/tasks', { query })
		if (isProblem(outcome)) throw new Error(JSON.stringify(outcome))
		return TasksView.parse(outcome.body)
	}
	return { store, voices, send, act, list }
}

test('a task says in both languages what, where, since when, how long there is, and what can be done by whom', async () => {
	const task = alarmTask()
	const { send } = await api(task)
	const outcome = await send(head, 'GET', `/api/tasks/${task.id}`)
	if (isProblem(outcome)) throw new Error(JSON.stringify(outcome))
	expect(outcome.headers).toEqual({ etag: `"${task.version}"` })
	const view = TaskView.parse(outcome.body)
	expect(view).toMatchObject({
		stateText: { zh: '待接单' },
		what: { zh: '氨气超标', en: 'ammonia too high' },
		where: { zh: '梅花村 桂花院落 1号公厕' },
		next: { isOverdue: false, text: { zh: '待接单：还剩 3 小时', en: 'to be taken up: 3 h left' } },
		owner: { rung: 'courtyard', name: { zh: '院落长 + 党员服务团' } },
		triage: { kind: 'small', text: { zh: '小事' } },
		events: [{ type: 'raised', shown: { value: 5, unit: 'mg/m³' } }],
	})
	expect(view.checklist.map(({ id }) => id)).toEqual(['air', 'flush', 'trap'])
	const mine = view.actions.filter(({ isYours }) => isYours).map(({ type }) => type)
	expect(mine).toEqual(['acknowledge', 'start', 'fix', 'assign', 'handOver', 'comment', 'tick', 'addPhoto'])
	expect(view.actions.find(({ type }) => type === 'dismiss')).toMatchObject({
		isYours: false,
		roles: ['village', 'staff', 'admin'],
	})
})

test('a task that is looked at says how many residents have it too', async () => {
	const task = alarmTask()
	const { send, voices } = await api(task)
	expect(await send(head, 'GET', `/api/tasks/${task.id}`)).toMatchObject({ body: { meToo: 0 } })
	for (const who of ['a', 'b', 'a']) await voices.add(task.id, '2026-11-23', who)
	expect(await send(head, 'GET', `/api/tasks/${task.id}`)).toMatchObject({ body: { meToo: 2 } })
})

test('a task that is looked at shows what its sensor has shown since shortly before, and the limit; a list does not', async () => {
	const task = alarmTask()
	const { send, list } = await api(task)
	expect(await send(head, 'GET', `/api/tasks/${task.id}`)).toMatchObject({
		body: {
			sensor: {
				unit: 'mg/m³',
				limit: 1,
				direction: 'high',
				points: [{ at: new Date(NOW - 60_000).toISOString(), value: 2.5 }],
			},
			ladder: [{ rung: 'courtyard' }, { name: { zh: '党小组' } }, {}, {}],
		},
	})
	expect((await list(head, {})).tasks[0]?.sensor).toBeUndefined()
})

test('every alarm rule has a check list in both languages', () => {
	for (const { id } of [...defaultProfile.alarms, { id: 'silent' }, { id: 'outage' }, { id: 'flat-ammonia' }]) {
		const list = checklistOfRule(id)
		expect([id, list.length >= 2, list.every(({ text }) => text.zh !== '' && text.en !== '')]).toEqual([id, true, true])
		expect(new Set(list.map((item) => item.id)).size).toBe(list.length)
	}
	const general = checklistOfRule('a-rule-of-the-township')
	for (const { id } of defaultProfile.alarms) expect([id, checklistOfRule(id)]).not.toEqual([id, general])
})

describe('an action', () => {
	const acknowledge = { type: 'acknowledge' } as const

	test('is done on the version that was seen, with what the sensor showed, and answers with the new one', async () => {
		const task = alarmTask()
		const { act } = await api(task)
		expect(await act(head, task.id, acknowledge, `"${task.version}"`)).toMatchObject({
			status: 200,
			headers: { etag: `"${task.version + 1}"` },
			body: {
				state: 'acknowledged',
				events: [
					{},
					{ actor: { name: '李国富', role: 'head' }, shown: { value: 2.5, at: new Date(NOW - 60_000).toISOString() } },
				],
			},
		})
	})

	test('that is sent again with its key, because the answer was lost, is done once and answered again', async () => {
		const task = alarmTask()
		const { act, store } = await api(task)
		const action = { ...acknowledge, key: 'phone-1-first' }
		const first = await act(head, task.id, action, `"${task.version}"`)
		expect(first.status).toBe(200)
		expect(await act(head, task.id, action, `"${task.version}"`)).toEqual(first)
		expect((await store.get(task.id))?.events.filter(({ type }) => type === 'acknowledged')).toHaveLength(1)
		expect((await act(head, task.id, { ...action, key: 'phone-1-second' }, `"${task.version}"`)).status).toBe(412)
	})

	test('without a version is not done', async () => {
		const task = alarmTask()
		const { act, store } = await api(task)
		expect((await act(head, task.id, acknowledge)).status).toBe(428)
		expect((await store.get(task.id))?.state).toBe('raised')
	})

	test('on an older version is not done, and shows the task as it is now', async () => {
		const task = alarmTask()
		const { act } = await api(task)
		await act(staff, task.id, { type: 'start' }, `"${task.version}"`)
		const outcome = await act(head, task.id, acknowledge, `"${task.version}"`)
		expect(Problem.parse(outcome)).toMatchObject({
			status: 412,
			version: task.version + 1,
			current: { state: 'in-progress', version: task.version + 1 },
		})
	})

	test('of one of two people at the same moment is done, the other learns of it', async () => {
		const task = alarmTask()
		const { act, store } = await api(task)
		const etag = `"${task.version}"`
		const both = await Promise.all([
			act(staff, task.id, { type: 'comment', note: '甲' }, etag),
			act(head, task.id, { type: 'comment', note: '乙' }, etag),
		])
		expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
		expect((await store.get(task.id))?.events).toHaveLength(2)
	})

	test('that is not possible now says what is', async () => {
		const task = alarmTask()
		const { act } = await api(task)
		expect(await act(staff, task.id, { type: 'reopen', note: '?' }, `"${task.version}"`)).toMatchObject({
			status: 409,
			possible: expect.arrayContaining(['acknowledge', 'dismiss']),
		})
	})

	test('that is not for a head is refused', async () => {
		const task = alarmTask()
		const { act } = await api(task)
		const dismiss = { type: 'dismiss', reason: 'false-alarm' } as const
		expect((await act(head, task.id, dismiss, `"${task.version}"`)).status).toBe(403)
	})

	test('that is none says so', async () => {
		const task = alarmTask()
		const { send } = await api(task)
		const path = `/api/tasks/${task.id}/actions`
		expect(await send(staff, 'POST', path, { body: { type: 'dismiss' }, etag: '"1"' })).toMatchObject({
			status: 400,
			errors: [{ field: 'reason' }],
		})
	})
})

describe('what somebody saw on a round', () => {
	const wish = { key: 'round-2026-11-23', courtyard: 'yard-1', severity: 'minor', what: '村口垃圾未清', place: '村口' }

	test('is a task, and sent twice it is one', async () => {
		const { send, store } = await api()
		const first = await send(head, 'POST', '/api/tasks', { body: wish })
		expect(first).toMatchObject({ status: 201, body: { source: 'inspection', where: { zh: '梅花村 桂花院落 村口' } } })
		expect(await send(head, 'POST', '/api/tasks', { body: wish })).toMatchObject({ status: 201 })
		expect(store.tasks.size).toBe(1)
	})

	test.each([
		['another courtyard', { courtyard: 'yard-2' }, 403],
		['a device that is not there', { device: 'nothing' }, 400],
	])('in %s is refused to a head', async (_, change, status) => {
		const { send } = await api()
		expect((await send(head, 'POST', '/api/tasks', { body: { ...wish, ...change } })).status).toBe(status)
	})
})

describe('the list', () => {
	const tasks = [1, 2, 3, 4, 5].map((n) =>
		alarmTask({ onset: RAISED + n, courtyard: `yard-${(n % 3) + 1}`, severity: n === 5 ? 'critical' : 'major' }),
	)
	const closed = { ...alarmTask({ onset: RAISED - 1 }), state: 'verified' as const }

	test.each([
		['everything', {}, 6],
		['what is open', { state: 'open' }, 5],
		['what is verified', { state: 'verified' }, 1],
		['a courtyard', { courtyard: 'yard-1' }, 2],
		['a severity', { severity: 'critical' }, 1],
		['a rung', { owner: 'general-branch' }, 0],
		['a source', { source: 'resident' }, 0],
	])('of %s comes page by page, each task once', async (_, query, count) => {
		const { list } = await api(...tasks, closed)
		const seen: string[] = []
		let cursor: string | undefined
		do {
			const page = await list(staff, { ...query, limit: '2', ...(cursor === undefined ? {} : { cursor }) })
			seen.push(...page.tasks.map(({ id }) => id))
			cursor = page.next
		} while (cursor !== undefined)
		expect(seen).toHaveLength(count)
		expect(new Set(seen).size).toBe(count)
	})

	test('of a township begins with what the clock comes to first', async () => {
		const { list } = await api(...tasks)
		expect((await list(staff, { state: 'open' })).tasks[0]?.severity).toBe('critical')
	})

	test('of a head has his own only', async () => {
		const { list } = await api(...tasks)
		expect((await list(head, { state: 'open' })).tasks.map(({ courtyard }) => courtyard)).toEqual(['yard-1'])
	})

	test('refuses a cursor that is not one', async () => {
		const { send } = await api(...tasks)
		expect(await send(staff, 'GET', '/api/tasks', { query: { cursor: 'x' } })).toMatchObject({ status: 400 })
		expect(await send(staff, 'GET', '/api/tasks', { query: { cursor: 'yard-1:|x' } })).toMatchObject({ status: 400 })
	})
})
