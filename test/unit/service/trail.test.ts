import { expect, test } from 'vitest'
import { taskLine } from '../../../functions/adapters/lambda/taskLine.ts'
import { batchFigures } from '../../../functions/ingest/batchFigures.ts'
import { notifyFigures } from '../../../functions/notify/notifyFigures.ts'
import { freshMemory } from '../../../functions/sweep/findSilent.ts'
import { sweepFigures } from '../../../functions/sweep/sweepFigures.ts'
import { quarantineId } from '../../../shared/domain/telemetry/quarantineId.ts'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { NotifyBench, robot } from '../../doubles/notifyBench.ts'
import { sweepOnce } from '../../doubles/sweepOnce.ts'
import { RAISED } from '../../doubles/tasks.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const START = Date.parse('2026-11-23T06:10:00Z')
const MINUTE = 60_000
const registry = registryOf(toilet)

/** Two readings over the limit, five minutes apart, which together are an alarm; each comes 2 s after it was measured. */
async function stinking(system = new IngestBench(registry, START)) {
	const send = (id: string, minute: number) => {
		const at = START + minute * MINUTE
		system.now = at + 2000
		return system.ingest({ thing: 'toilet-1', payload: { at, ammonia: 5 }, id, receivedAt: at + 500 })
	}
	return { system, reports: [await send('first', 0), await send('second', 5)] }
}

test('the log leads from the message that raised an alarm to its task and to the alert', async () => {
	const { system, reports } = await stinking()
	const [task, ...more] = reports.flatMap(({ tasks }) => tasks)
	expect(more).toEqual([])
	expect(task && taskLine(task)).toEqual({
		task: [...system.tasks.tasks.keys()][0],
		state: 'raised',
		courtyard: 'yard-1',
		device: 'toilet-1',
		rule: 'ammonia-high',
		raisedAt: new Date(START + 5 * MINUTE).toISOString(),
		messageId: 'second',
		topic: 'dt/sanitation/toilet-1/json',
		alert: system.alerts.sent[0]?.dedupeKey,
	})
})

test('a reading that ends an alarm is named as what changed the task', async () => {
	const { system } = await stinking()
	system.now += 5 * MINUTE
	const payload = (at: number) => ({ thing: 'toilet-1', payload: { at, ammonia: 0.1 } })
	await system.ingest({ ...payload(system.now), id: 'better' })
	system.now += 5 * MINUTE
	const { tasks } = await system.ingest({ ...payload(system.now), id: 'good' })
	expect(tasks).toMatchObject([{ state: 'verified', messageId: 'good' }])
})

test('a batch is measured from reading to stored to alert', async () => {
	const [first, second] = (await stinking()).reports
	expect(first && batchFigures(first)).toMatchObject({
		messages: 1,
		readings: 1,
		quarantined: 0,
		readingToStored: [2],
		receivedToStored: [1.5],
		readingToAlert: [],
		alertsSent: 0,
	})
	expect(second && batchFigures(second)).toMatchObject({ readingToAlert: [2], alertsSent: 1, tasksChanged: 1 })
})

test('a refused message is named with its topic and its reasons, and counted by reason', async () => {
	const report = await new IngestBench(registry, START).ingest(
		{ thing: 'stranger', payload: { ammonia: 1 }, id: 'a' },
		{ thing: 'toilet-1', payload: 'no JSON', id: 'b' },
	)
	expect(report.refused).toEqual([
		{
			messageId: 'a',
			entry: quarantineId({ receivedAt: START, id: 'a' }),
			topic: 'dt/sanitation/stranger/json',
			reasons: ['unregistered'],
		},
		{
			messageId: 'b',
			entry: quarantineId({ receivedAt: START, id: 'b' }),
			topic: 'dt/sanitation/toilet-1/json',
			reasons: ['not-json'],
		},
	])
	expect(batchFigures(report)).toMatchObject({ quarantined: 2, faults: { unregistered: 1, 'not-json': 1 } })
})

test('a device that fell silent is counted, and its task is in the log; while too much waits nobody is called silent', async () => {
	const { system } = await stinking()
	const later = START + 120 * MINUTE
	const report = await sweepOnce(system, registry, later)
	expect(sweepFigures(report)).toMatchObject({ watchedDevices: 1, silentDevices: 1, messagesWaiting: 0, alertsSent: 1 })
	expect(report.tasks).toMatchObject([{ device: 'toilet-1', rule: 'silent', alert: expect.any(String) }])
	const backlogged = sweepFigures(await sweepOnce(system, registry, later, freshMemory(0), { messages: 5000 }))
	expect(backlogged).toMatchObject({ messagesWaiting: 5000 })
	expect(backlogged).not.toHaveProperty('silentDevices')
})

test('what people were told is in the log by the key of the alert, and measured from the reading on', async () => {
	const bench = new NotifyBench(RAISED)
	const task = await bench.raise({ severity: 'critical' })
	const report = await bench.runAt(RAISED + MINUTE)
	expect(report.told).toMatchObject([{ channel: 'robot', alerts: [`${task.id}:raised`] }])
	expect(notifyFigures(report)).toEqual({
		messagesToPeople: 1,
		readingToAlert: [60],
		criticalNewsToTold: [60],
		channelsFailing: 0,
	})
})

test('a reminder is late by intent, and not measured', async () => {
	const bench = new NotifyBench(RAISED)
	await bench.raise({ severity: 'critical' })
	await bench.runAt(RAISED + MINUTE)
	const report = await bench.runAt(RAISED + 5 * 60 * MINUTE)
	expect(report.sent).toBe(1)
	expect(notifyFigures(report)).toMatchObject({ readingToAlert: [], criticalNewsToTold: [] })
})

test('a channel that is paused is none that fails', async () => {
	const bench = new NotifyBench(RAISED)
	await bench.raise()
	bench.answers.set('robot', { is: 'failed', error: 'no answer' })
	await bench.runAt(RAISED + MINUTE)
	await bench.channels.replace([{ ...robot, isPaused: true }])
	expect((await bench.runAt(RAISED + 2 * MINUTE)).channelsFailing).toBe(0)
})

test('a channel that fails is counted until it works again', async () => {
	const bench = new NotifyBench(RAISED)
	await bench.raise()
	bench.answers.set('robot', { is: 'failed', error: 'no answer' })
	await bench.runAt(RAISED + MINUTE)
	expect((await bench.runAt(RAISED + 2 * MINUTE)).channelsFailing).toBe(1)
	bench.answers.delete('robot')
	await bench.runAt(RAISED + 20 * MINUTE)
	expect((await bench.runAt(RAISED + 21 * MINUTE)).channelsFailing).toBe(0)
})
