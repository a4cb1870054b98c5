import { expect, test } from 'vitest'
import { freshMemory } from '../../../functions/sweep/findSilent.ts'
import { applyAction } from '../../../shared/domain/task/applyAction.ts'
import { inStateSince } from '../../../shared/domain/task/taskState.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { sweepOnce } from '../../doubles/sweepOnce.ts'
import { alarmTask, somebody } from '../../doubles/tasks.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const START = Date.parse('2026-11-23T06:10:00Z')
const MINUTE = 60_000
const registry = registryOf(toilet)
const at = (minute: number): number => START + minute * MINUTE

/** A toilet that stinks from the fifth minute on. */
async function stinking(beforeCall?: (name: string) => Promise<void>, of: Registry = registry) {
	const system = new IngestBench(of, START, beforeCall)
	const report = async (minute: number, ammonia: number) => {
		system.now = at(minute)
		await system.ingest({ thing: 'toilet-1', payload: { at: at(minute), ammonia } })
	}
	for (const minute of [0, 5, 10]) await report(minute, minute === 0 ? 0.1 : 5)
	const sweep = (minute: number) => sweepOnce(system, of, at(minute), freshMemory(at(minute)))
	const act = async (type: 'acknowledge' | 'fix', minute: number) => {
		const task = theTask()
		const result = applyAction(task, { type }, somebody('head'), at(minute), of.profile)
		if (result.is === 'refused') throw new Error(JSON.stringify(result.refusal))
		await system.tasks.put(result.task, task.version)
	}
	const theTask = () => {
		const task = [...system.tasks.tasks.values()][0]
		if (!task) throw new Error('there is no task')
		return task
	}
	return { system, report, sweep, act, theTask }
}

test('an alarm nobody takes up climbs the ladder, and each rung is told once', async () => {
	const { system, sweep, theTask } = await stinking()
	await sweep(11)
	expect(theTask().escalation.steps).toBe(0)
	await sweep(10 + 4 * 60)
	await sweep(10 + 4 * 60 + 1)
	expect(theTask()).toMatchObject({ state: 'raised', escalation: { rung: 'party-group', steps: 1 } })
	expect(system.alerts.sent.map(({ dedupeKey }) => dedupeKey.split(':').at(-1))).toEqual(['raised', 'escalated-1'])
})

test('two sweeps at once do each step once', async () => {
	const { system, sweep, theTask } = await stinking()
	await Promise.all([sweep(250), sweep(250), sweep(250)])
	expect(theTask().events.filter(({ type }) => type === 'escalated')).toHaveLength(1)
	expect(new Set(system.alerts.sent.map(({ dedupeKey }) => dedupeKey)).size).toBe(2)
})

test('a sweep that dies at any call, before or after what it did, leaves the same task to the next one', async () => {
	const undisturbed = await stinking()
	await undisturbed.sweep(250)
	const expected = JSON.stringify(undisturbed.theTask())
	for (let victim = 0; victim < 12; victim += 1) {
		let call = Number.NEGATIVE_INFINITY
		const { system, sweep, theTask } = await stinking(async () => {
			call += 1
			if (call === victim) throw new Error('killed')
		})
		call = -1
		await sweep(250).catch(() => undefined)
		call = Number.NEGATIVE_INFINITY
		await sweep(250)
		await sweep(251)
		const { version: _, alert: __, ...facts } = theTask()
		const { version, alert, ...same } = JSON.parse(expected)
		expect(facts, `call ${victim}`).toEqual(same)
		expect(
			system.alerts.sent.some(({ dedupeKey }) => dedupeKey.endsWith('escalated-1')),
			`call ${victim}`,
		).toBe(true)
	}
})

test('acknowledging in time stops the escalation', async () => {
	const { sweep, act, theTask } = await stinking()
	await act('acknowledge', 20)
	await sweep(250)
	expect(theTask()).toMatchObject({ state: 'acknowledged', escalation: { rung: 'courtyard', steps: 0 } })
})

test('called fixed, and verified by the sensor when the alarm has cleared for its off-delay', async () => {
	const { report, sweep, act, theTask } = await stinking()
	await act('fix', 20)
	await report(25, 0.1)
	expect(theTask().state).toBe('fixed')
	await report(30, 0.1)
	expect(theTask()).toMatchObject({ state: 'verified' })
	await sweep(200)
	expect(theTask().events.map(({ type }) => type)).toEqual(['raised', 'fixed', 'verified'])
	expect(inStateSince(theTask())).toBe(at(30))
})

test('called fixed and still stinking after two hours, it comes back by itself, one rung up', async () => {
	const { report, sweep, act, theTask } = await stinking()
	await act('fix', 20)
	for (let minute = 25; minute <= 140; minute += 5) await report(minute, 5)
	await sweep(139)
	expect(theTask().state).toBe('fixed')
	await sweep(141)
	expect(theTask()).toMatchObject({ state: 'reopened', escalation: { rung: 'party-group', steps: 1 } })
})

test('a sensor that has shown nothing since the repair proves nothing: it does not come back for that', async () => {
	const { sweep, act, theTask } = await stinking()
	await act('fix', 20)
	await sweep(200)
	expect(theTask().state).toBe('fixed')
})

test('while an alarm is shelved its task stays where it is', async () => {
	const shelf = { id: 's', device: 'toilet-1', rule: '*', from: at(20), until: at(300), by: '王芳', reason: '清洗' }
	const { sweep, theTask } = await stinking(undefined, { ...registry, shelves: [shelf] })
	await sweep(260)
	expect(theTask().escalation.steps).toBe(0)
	await sweep(301)
	expect(theTask().escalation.steps).toBe(1)
})

test('the same alarm again within a day is a new task that knows of the one before', async () => {
	const { system, report, sweep } = await stinking()
	await sweep(11)
	for (const minute of [15, 20]) await report(minute, 0.1)
	for (const minute of [40, 45]) await report(minute, 5)
	await sweep(46)
	const tasks = [...system.tasks.tasks.values()]
	expect(tasks.map(({ state }) => state)).toEqual(['verified', 'raised'])
	expect(tasks.map((task) => task.source === 'alarm' && task.repeats)).toEqual([0, 1])
	expect(tasks[1]?.events.at(-1)).toMatchObject({ type: 'repeated', data: { earlier: tasks[0]?.id } })
})

test('late readings that move the onset take the head’s acknowledgement along to the task that replaces his', async () => {
	const { system, report, act, theTask } = await stinking()
	await act('acknowledge', 12)
	await report(3, 5)
	const old = theTask()
	const heir = [...system.tasks.tasks.values()].find(({ id }) => id !== old.id)
	expect(old.state).toBe('withdrawn')
	expect(heir).toMatchObject({ state: 'acknowledged', deadlines: old.deadlines })
	expect(heir?.events.map(({ type }) => type)).toEqual(['raised', 'acknowledged'])
	expect(system.alerts.sent).toHaveLength(1)
})

test('an alarm task whose profile has changed since gets the new date for its next step', async () => {
	const { sweep, theTask, system } = await stinking()
	await sweep(11)
	const task = theTask()
	await system.tasks.put({ ...task, nextStepAt: at(12), version: task.version + 1 }, task.version)
	await sweep(13)
	expect(theTask().nextStepAt).toBe(task.nextStepAt)
	expect(task.nextStepAt).toBe(alarmTask({ onset: at(10) }).deadlines.acknowledgeBy)
})
