import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { actOnTask, getTask } from '../../../functions/api/tasks/oneTask.ts'
import { isProblem, type Outcome } from '../../../shared/contract/http/outcome.ts'
import type { TaskAction } from '../../../shared/contract/task/taskAction.ts'
import { TaskView } from '../../../shared/contract/task/taskView.ts'
import type { Answer } from '../../../web/data/request.ts'
import { type ShownTask, shownToViewer } from '../../../web/task/shownTask.ts'
import { type TaskChannel, TaskWork } from '../../../web/task/taskWork.ts'
import { browserRoom, type Kept } from '../../../web/task/waitingRoom.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { residentPorts } from '../../doubles/residentPorts.ts'
import { alarmTask, RAISED } from '../../doubles/tasks.ts'
import { fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'

const NOW = RAISED + 3_600_000
const head = viewerOf({ role: 'head', courtyards: 'yard-1', sub: 'u-2', name: '李国富' })
const staff = viewerOf({ role: 'staff', sub: 'u-1', name: '王芳' })

/** What the network does to a call. `late`: nothing comes back now, and the call arrives with the next one. */
type Fate = 'fine' | 'lost' | 'answer-lost' | 'late'

async function bench(fates: Fate[] = []) {
	const tasks = new MemoryTaskStore()
	const task = alarmTask()
	await tasks.put(task, undefined)
	const ports = {
		registry: { ...fixedRegistry(registryOf(toilet)), put: async () => {} },
		tasks,
		telemetry: { pick: async () => [], range: async () => [], newest: async () => undefined },
		now: () => NOW,
		...residentPorts(),
	}
	const disk = new Map<string, string>()
	const storage = {
		getItem: (key: string) => disk.get(key) ?? null,
		setItem: (key: string, value: string) => void disk.set(key, value),
		removeItem: (key: string) => void disk.delete(key),
	}
	const late: (() => Promise<unknown>)[] = []
	const lossy = async <T>(call: () => Promise<T>): Promise<T | { is: 'offline' }> => {
		for (const arrives of late.splice(0)) await arrives()
		const fate = fates.shift() ?? 'fine'
		if (fate === 'lost') return { is: 'offline' }
		if (fate === 'late') {
			late.push(call)
			return { is: 'offline' }
		}
		const answer = await call()
		return fate === 'answer-lost' ? { is: 'offline' } : answer
	}
	const answered = (outcome: Outcome): Answer<ShownTask> =>
		isProblem(outcome)
			? { is: 'refused', problem: outcome }
			: { is: 'ready', value: shownToViewer(TaskView.parse(outcome.body)), tag: null }
	const channel: TaskChannel = {
		role: 'head',
		load: () => lossy(async () => answered(await getTask(ports, head, task.id))),
		act: (action, version) =>
			lossy(async () => {
				const outcome = await actOnTask(ports, head, task.id, action, `"${version}"`)
				if (isProblem(outcome) && outcome.status === 412)
					return { is: 'changed' as const, current: shownToViewer(TaskView.parse(outcome.current)) }
				return answered(outcome)
			}),
	}
	let keys = 0
	const newKey = () => {
		keys += 1
		return `key-${keys}-of-it`
	}
	const open = () =>
		new TaskWork(
			channel,
			browserRoom(() => storage as Storage),
			newKey,
			() => {},
		)
	const stored = async () => (await tasks.get(task.id)) ?? task
	const byStaff = async (action: TaskAction) => {
		const { version } = await stored()
		return actOnTask(ports, staff, task.id, action, `"${version}"`)
	}
	const network = (...next: Fate[]) => void fates.splice(0, fates.length, ...next)
	const kept = () => JSON.parse(disk.get(`waiting:${task.id}`) ?? 'null') as Kept | null
	return { open, stored, byStaff, network, kept, disk, newest: () => `key-${keys}-of-it` }
}

test('what is done without a signal shows at once, is kept over a reload, and arrives when the signal is back', async () => {
	const { open, stored, network, kept } = await bench()
	const page = open()
	await page.refresh()
	network('lost', 'lost', 'lost')
	await page.act({ type: 'acknowledge' }, NOW)
	await page.act({ type: 'tick', item: 'air', done: true }, NOW)
	expect(page.seen(NOW)?.state).toBe('acknowledged')
	expect(page.state.failure).toEqual({ is: 'offline' })
	expect((await stored()).state).toBe('raised')
	expect(kept()?.waiting).toHaveLength(2)
	network()
	const again = open()
	await again.refresh()
	expect((await stored()).state).toBe('acknowledged')
	expect((await stored()).ticks.air).toBeDefined()
	expect([again.state.waiting, kept()]).toEqual([[], null])
})

test('what is kept opens nothing: neither link nor token is among it', async () => {
	const { open, network, disk } = await bench()
	const page = open()
	await page.refresh()
	network('lost')
	await page.act({ type: 'acknowledge' }, NOW)
	expect([...disk.values()].map((text) => Object.keys(JSON.parse(text).waiting[0]).sort())).toEqual([
		['action', 'key', 'sees', 'sentWith'],
	])
})

test('somebody who was faster is believed: the step is not done, what built on it neither, and both are said', async () => {
	const { open, stored, byStaff, network } = await bench()
	const page = open()
	await page.refresh()
	network('lost', 'lost')
	await page.act({ type: 'acknowledge' }, NOW)
	await page.act({ type: 'start' }, NOW)
	await byStaff({ type: 'dismiss', reason: 'false-alarm' })
	network()
	await page.refresh()
	expect((await stored()).state).toBe('dismissed')
	expect(page.state.overtaken.map(({ action }) => action.type)).toEqual(['acknowledge', 'start'])
	page.forgetOvertaken()
	expect(page.state.overtaken).toEqual([])
})

test('what others did that does not matter to it does not hold a step up', async () => {
	const { open, stored, byStaff } = await bench()
	const page = open()
	await page.refresh()
	await byStaff({ type: 'comment', note: '请尽快' })
	await page.act({ type: 'acknowledge' }, NOW)
	expect((await stored()).state).toBe('acknowledged')
	expect(page.state.overtaken).toEqual([])
})

const fate = fc.constantFrom<Fate>('fine', 'lost', 'answer-lost', 'late')
const own = fc.constantFrom<TaskAction['type']>('acknowledge', 'start', 'fix', 'reopen', 'comment', 'tick')
const move = fc.oneof(
	{ weight: 4, arbitrary: own.map((does) => ({ who: 'head' as const, does })) },
	{
		weight: 1,
		arbitrary: fc.constantFrom('comment', 'dismiss', 'start').map((does) => ({ who: 'staff' as const, does })),
	},
	{ weight: 2, arbitrary: fc.constantFrom('refresh', 'reload').map((does) => ({ who: 'page' as const, does })) },
)

test('whatever the network loses or doubles, everything is done once, or said not to be', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(move, { maxLength: 12 }), fc.array(fate, { maxLength: 40 }), async (moves, fates) => {
			const { open, stored, byStaff, network, newest } = await bench()
			let page = open()
			await page.refresh()
			network(...fates)
			const done: string[] = []
			for (const { who, does } of moves) {
				if (who === 'staff') {
					await byStaff(
						does === 'dismiss'
							? { type: 'dismiss', reason: 'test' }
							: does === 'start'
								? { type: 'start' }
								: { type: 'comment', note: '镇' },
					)
				} else if (who === 'page') {
					if (does === 'reload') page = open()
					await page.refresh()
				} else if (page.seen(NOW)?.actions.includes(does)) {
					const tick = { type: 'tick', item: 'air', done: true } as const
					await page.act(does === 'tick' ? tick : ({ type: does, note: '好' } as TaskAction), NOW)
					done.push(newest())
				}
			}
			network()
			await page.refresh()
			await page.refresh()
			expect(page.state.waiting).toEqual([])
			const { events } = await stored()
			const keys = events.flatMap(({ data }) => (data?.key === undefined ? [] : [data.key]))
			const lost = page.state.overtaken.map(({ key }) => key)
			expect([...keys, ...lost].sort()).toEqual([...done].sort())
		}),
		{ numRuns: 60 },
	)
})
