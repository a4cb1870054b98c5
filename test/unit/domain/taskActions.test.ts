import { describe, expect, test } from 'vitest'
import type { Task } from '../../../shared/contract/task/task.ts'
import { type TaskAction, type TaskActionType, taskActionTypes } from '../../../shared/contract/task/taskAction.ts'
import { TaskState } from '../../../shared/contract/task/taskEvent.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { applyAction, type Result } from '../../../shared/domain/task/applyAction.ts'
import { alarmTask, inspectionTask, RAISED, somebody } from '../../doubles/tasks.ts'

const NOW = RAISED + 10 * 60_000

/** One of each, to be spoiled one field a test. */
const actions: Readonly<Record<TaskActionType, TaskAction>> = {
	acknowledge: { type: 'acknowledge' },
	start: { type: 'start' },
	fix: { type: 'fix', note: '已清运' },
	verify: { type: 'verify' },
	reopen: { type: 'reopen', note: '还是满的' },
	dismiss: { type: 'dismiss', reason: 'false-alarm' },
	assign: { type: 'assign', assignee: { id: 'li', name: '李强' } },
	retriage: { type: 'retriage', triage: 'big', reason: '需要镇里调车' },
	comment: { type: 'comment', note: '路上' },
	tick: { type: 'tick', item: 'empty', done: true },
	addPhoto: { type: 'addPhoto', photo: { key: 'photo-1', shows: 'after' } },
	handOver: { type: 'handOver', rung: 'general-branch', reason: '处理不了' },
}

/** A task in a state, as people could have brought it there. */
const inState = <T extends Task>(task: T, state: Task['state']): T => ({
	...task,
	state,
	events: [...task.events, { at: RAISED, actor: somebody('staff'), type: 'commented', from: 'raised', to: state }],
})

const act = (task: Task, action: TaskAction, role: Parameters<typeof somebody>[0] = 'staff'): Result =>
	applyAction(task, action, somebody(role), NOW, defaultProfile)

const done = (result: Result): Task => {
	if (result.is === 'refused') throw new Error(JSON.stringify(result.refusal))
	return result.task
}

/** Where each action leads; `-`: not possible; `=`: the state stays. In the order of `taskActionTypes`. */
const table: Readonly<Record<TaskState, string>> = {
	//            ackn         start       fix   verify   reopen   dismiss   assign retriage comment tick photo handOver
	raised: 'acknowledged in-progress fixed - - dismissed = = = = = raised',
	acknowledged: '- in-progress fixed - - dismissed = = = = = raised',
	'in-progress': '- - fixed - - dismissed = = = = = raised',
	fixed: '- - - verified reopened - - - = = = -',
	verified: '- - - - reopened - - - = - = -',
	reopened: 'acknowledged in-progress fixed - - dismissed = = = = = raised',
	dismissed: '- - - - reopened - - - = - - -',
	withdrawn: '- - - - - - - - = - - -',
}
const cells = TaskState.options.flatMap((state) =>
	(table[state]?.split(' ') ?? []).map((leadsTo, i) => [state, taskActionTypes[i] ?? 'comment', leadsTo] as const),
)

test('the table has a cell for every state and action', () => {
	expect(cells).toHaveLength(TaskState.options.length * taskActionTypes.length)
})

test.each(cells)('%s, %s → %s', (state, type, leadsTo) => {
	const task = inState(inspectionTask(), state)
	const result = act(task, actions[type])
	if (leadsTo === '-') {
		const possible = cells.filter(([from, , to]) => from === state && to !== '-').map(([, action]) => action)
		expect(result).toEqual({ is: 'refused', refusal: { because: 'not-now', possible } })
		return
	}
	const after = done(result)
	expect(after.state).toBe(leadsTo === '=' ? state : leadsTo)
	expect(after.version).toBe(task.version + 1)
	expect(after.events.slice(0, -1)).toEqual(task.events)
	expect(after.events.at(-1)).toMatchObject({ at: NOW, actor: { id: 'staff', role: 'staff' } })
})

test.each(cells.filter(([state]) => state !== 'withdrawn' && state !== 'verified'))(
	'an alarm that goes on: %s, %s → %s, but for verify, which is the sensor’s',
	(state, type, leadsTo) => {
		const result = act(inState(alarmTask(), state), actions[type])
		if (leadsTo === '-' || type === 'verify') expect(result.is).toBe('refused')
		else expect(done(result).state).toBe(leadsTo === '=' ? state : leadsTo)
	},
)

describe('who may do what', () => {
	test.each([
		['public', ['verify', 'reopen', 'addPhoto']],
		['head', taskActionTypes.filter((type) => !['verify', 'dismiss', 'retriage'].includes(type))],
		['village', taskActionTypes],
		['staff', taskActionTypes],
		['admin', taskActionTypes],
	] as const)('%s may %j where the state allows it', (role, allowed) => {
		const states = TaskState.options
		const may = taskActionTypes.filter((type) =>
			states.some((state) => act(inState(inspectionTask(), state), actions[type], role).is === 'done'),
		)
		expect(may).toEqual(allowed)
	})

	test('somebody without a role may nothing', () => {
		const actor = { kind: 'person', id: 'x' } as const
		const result = applyAction(inspectionTask(), actions.comment, actor, NOW, defaultProfile)
		expect(result).toEqual({ is: 'refused', refusal: { because: 'not-for-you', possible: [] } })
	})
})

describe('what an action leaves behind', () => {
	test('a repair keeps the ticks of its check list, its photo, and what the sensor showed', () => {
		const action: TaskAction = {
			type: 'fix',
			ticks: ['empty'],
			photo: { key: 'photo-1', shows: 'after' },
			note: '好了',
		}
		const shown = { value: 0.4, measuredAt: NOW - 60_000 }
		const task = done(applyAction(alarmTask(), action, somebody('head'), NOW, defaultProfile, shown))
		expect(task).toMatchObject({
			state: 'fixed',
			ticks: { empty: { at: NOW, by: '王芳' } },
			photos: [{ key: 'photo-1', shows: 'after', at: NOW, by: '王芳' }],
		})
		expect(task.events.at(-1)).toMatchObject({ type: 'fixed', note: '好了', data: shown })
	})

	test('a tick can be taken back, and both stand in the trail', () => {
		const ticked = done(act(alarmTask(), actions.tick))
		const taken = done(act(ticked, { type: 'tick', item: 'empty', done: false }))
		expect(taken.ticks).toEqual({})
		expect(taken.events.slice(-2).map(({ type }) => type)).toEqual(['ticked', 'unticked'])
	})

	test('another triage makes it another rung’s, keeps the reason, and tells people anew', () => {
		expect(done(act(alarmTask(), actions.retriage))).toMatchObject({
			triage: { kind: 'big', owner: 'general-branch' },
			escalation: { rung: 'general-branch', since: NOW },
			alert: { dueAt: NOW },
		})
	})

	test('a task handed over waits for the other rung to take it up', () => {
		const task = done(act(done(act(alarmTask(), actions.start)), actions.handOver))
		expect(task).toMatchObject({ state: 'raised', escalation: { rung: 'general-branch' }, alert: { dueAt: NOW } })
		expect(act(task, { ...actions.handOver, rung: 'nowhere' } as TaskAction)).toMatchObject({
			refusal: { because: 'unknown-rung' },
		})
	})

	test('an assignee can be named, and nobody in particular again', () => {
		const assigned = done(act(alarmTask(), actions.assign))
		expect(assigned.assignee).toEqual({ id: 'li', name: '李强' })
		expect(done(act(assigned, { type: 'assign', assignee: null })).assignee).toBeUndefined()
	})

	test('a dismissal keeps its reason', () => {
		expect(done(act(alarmTask(), actions.dismiss)).events.at(-1)).toMatchObject({ data: { reason: 'false-alarm' } })
	})

	test('no more than twenty photos', () => {
		const photos = Array.from({ length: 20 }, () => ({ key: 'k', shows: 'after', at: NOW, by: '王芳' }) as const)
		expect(act({ ...alarmTask(), photos }, actions.addPhoto)).toMatchObject({ refusal: { because: 'too-many-photos' } })
	})
})
