import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AlarmStatement, AlarmTask } from '../../../shared/contract/task/task.ts'
import type { TaskAction } from '../../../shared/contract/task/taskAction.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { stateAlarm } from '../../../shared/domain/task/alarmTask.ts'
import { applyAction } from '../../../shared/domain/task/applyAction.ts'
import { applyStep, due } from '../../../shared/domain/task/dueSteps.ts'
import { stateLeft } from '../../../shared/domain/task/sensorSays.ts'
import { alarmTask, RAISED, somebody, subjectOf } from '../../doubles/tasks.ts'

const MINUTE = 60_000

/** What some hours say, in several revisions: the alarm goes on, is over, or never was. */
const statements = fc.array(
	fc.record({
		hour: fc.constantFrom('2026-11-23T06', '2026-11-23T07', '2026-11-23T08'),
		rev: fc.integer({ min: 2, max: 4 }),
		is: fc.constantFrom('on', 'over', 'never'),
	}),
	{ maxLength: 8 },
)
type Said = { hour: string; statement: AlarmStatement }
const said = ({ hour, rev, is }: { hour: string; rev: number; is: string }): Said => {
	const interval = { raisedAt: RAISED, value: 5, ...(is === 'over' ? { clearedAt: RAISED + 30 * MINUTE } : {}) }
	// A revision says one thing: which, its number tells.
	return {
		hour,
		statement: { rev: rev * 3 + ['on', 'over', 'never'].indexOf(is), ...(is === 'never' ? {} : { interval }) },
	}
}

const action: fc.Arbitrary<TaskAction> = fc.constantFrom<TaskAction>(
	{ type: 'acknowledge' },
	{ type: 'start' },
	{ type: 'fix' },
	{ type: 'comment', note: '路上' },
	{ type: 'assign', assignee: { id: 'li', name: '李强' } },
	{ type: 'dismiss', reason: 'false-alarm' },
	{ type: 'reopen', note: '还是满的' },
)

const state = (task: AlarmTask, { hour, statement }: Said): AlarmTask => stateAlarm(task, subjectOf(), hour, statement)

function act(task: AlarmTask, what: TaskAction, at: number): AlarmTask {
	const result = applyAction(task, what, somebody('staff'), at, defaultProfile)
	return result.is === 'done' && result.task.source === 'alarm' ? result.task : task
}

/** The second list put into the first at the places given. */
function interleaved<A, B>(a: readonly A[], b: readonly B[], places: readonly number[]): (A | B)[] {
	const all: (A | B)[] = [...a]
	b.forEach((one, i) => {
		all.splice((places[i] ?? 0) % (all.length + 1), 0, one)
	})
	return all
}

test('whatever the order in which hours speak, a task that nobody touched is the same', () => {
	fc.assert(
		fc.property(statements, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (list, places) => {
			const all = list.map(said)
			const other = interleaved([] as Said[], all, places)
			const [a, b] = [all, other].map((order) => order.reduce(state, alarmTask()))
			expect([a?.state, a?.events, a?.alarm]).toEqual([b?.state, b?.events, b?.alarm])
		}),
	)
})

test('wherever the words of the sensor fall between the acts of people, the sensor has the last one, and dismissal stands', () => {
	fc.assert(
		fc.property(
			statements,
			fc.array(action, { maxLength: 6 }),
			fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
			(list, actions, places) => {
				const steps = interleaved(
					actions.map((what, i) => ({ what, at: RAISED + i * MINUTE })),
					list.map(said),
					places,
				)
				let task = alarmTask()
				for (const step of steps) {
					const before = task
					task = 'what' in step ? act(task, step.what, step.at) : state(task, step)
					const isTouched = before.events.some(({ actor }) => actor.kind !== 'sensor')
					// Once somebody has acted, the trail only grows.
					if (isTouched) expect(task.events.slice(0, before.events.length)).toEqual(before.events)
					expect(task.version).toBeGreaterThanOrEqual(before.version)
				}
				const spoken = Object.values(task.alarm.statements)
				const left = stateLeft(task)
				if (left === 'dismissed') expect(task.state).toBe('dismissed')
				else if (spoken.every(({ interval }) => interval === undefined)) expect(task.state).toBe('withdrawn')
				else if (task.alarm.clearedAt !== undefined) expect(task.state).toBe('verified')
				else expect(task.state).toBe(left)
			},
		),
		{ numRuns: 1500 },
	)
})

test('people act at once, before or after the sensor speaks: where each act was possible in both, the end is the same', () => {
	fc.assert(
		fc.property(statements, fc.constantFrom<TaskAction['type']>('acknowledge', 'start', 'fix'), (list, type) => {
			const all = list.map(said)
			const what = { type } as TaskAction
			const first = all.reduce(state, act(alarmTask(), what, RAISED + MINUTE))
			const spoken = all.reduce(state, alarmTask())
			const last = act(spoken, what, RAISED + MINUTE)
			if (last === spoken) return
			expect(last.state).toBe(first.state)
		}),
	)
})

test('what the clock does goes well with late readings: the trail grows, and the alarm that is over verifies the task', () => {
	fc.assert(
		fc.property(statements, fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 8 }), (list, minutes) => {
			const ticks = [...minutes].sort((a, b) => a - b).map((minute) => ({ now: RAISED + minute * MINUTE }))
			let task = alarmTask()
			for (const step of interleaved(ticks, list.map(said), minutes)) {
				if ('now' in step) {
					const next = due(task, step.now, defaultProfile)[0]
					if (next && next.type !== 'look-back') task = applyStep(task, next, step.now, defaultProfile)
				} else task = state(task, step)
			}
			const exists = Object.values(task.alarm.statements).some(({ interval }) => interval !== undefined)
			if (exists) expect(task.state === 'verified').toBe(task.alarm.clearedAt !== undefined)
			else expect(task.state).toBe('withdrawn')
		}),
	)
})

test('somebody who looks and says that it is not mended is believed, until it is called fixed again', () => {
	const over: Said = {
		hour: '2026-11-23T06',
		statement: { rev: 9, interval: { raisedAt: RAISED, clearedAt: RAISED + MINUTE } },
	}
	const again: Said = { ...over, statement: { ...over.statement, rev: 10 } }
	const verified = state(act(alarmTask(), { type: 'start' }, RAISED), over)
	expect(verified.state).toBe('verified')
	const doubted = state(act(verified, { type: 'reopen', note: '还是满的' }, RAISED + 5 * MINUTE), again)
	expect(doubted.state).toBe('reopened')
	expect(act(doubted, { type: 'fix' }, RAISED + 9 * MINUTE).state).toBe('verified')
})

test('what people dismissed stays so, whether the alarm goes on, is over or never was', () => {
	const dismissed = act(alarmTask(), { type: 'dismiss', reason: 'false-alarm' }, RAISED + MINUTE)
	const [hour, interval] = ['2026-11-23T06', { raisedAt: RAISED, clearedAt: RAISED + 5 * MINUTE }]
	for (const statement of [{ rev: 9, interval }, { rev: 9 }])
		expect(state(dismissed, { hour, statement }).state).toBe('dismissed')
})
