import { expect, test } from 'vitest'
import { type SweepReport, sweep } from '../../../functions/sweep/sweep.ts'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'

const START = Date.parse('2026-11-23T06:10:00Z')
const MINUTE = 60_000
const registry = registryOf(toilet)

/** Sweeps at a time; each call is a fresh Lambda unless a memory is passed. */
const sweepAt = (
	system: IngestBench,
	now: number,
	memory = new Map<string, number>(),
	waiting = 0,
): Promise<SweepReport> =>
	sweep(
		{
			backlog: { waiting: async () => waiting },
			registry: fixedRegistry(registry),
			telemetry: system.telemetry,
			tasks: system.tasks,
			alerts: system.alerts,
			due: {
				alertsDue: async (until) =>
					[...system.tasks.tasks.values()].filter(
						({ alert, state }) => state === 'raised' && alert.sentAt === undefined && (alert.dueAt ?? 0) <= until,
					),
			},
		},
		{ startedAt: 0, notBefore: memory },
		now,
	)

async function reported(...minutes: number[]): Promise<IngestBench> {
	const system = new IngestBench(registry, START)
	for (const minute of minutes) {
		system.now = START + minute * MINUTE
		await system.ingest({ thing: 'toilet-1', payload: { at: system.now, ammonia: 0.1 } })
	}
	return system
}

test('a device is silent once its last reading has ceased to hold, and not before', async () => {
	const system = await reported(0, 5)
	expect((await sweepAt(system, START + 20 * MINUTE)).silent).toBe(0)
	expect((await sweepAt(system, START + 20 * MINUTE + 1)).silent).toBe(1)
	expect(system.taskFacts()).toMatchObject([
		{ id: `toilet-1.silent.${(START + 20 * MINUTE).toString(36)}`, state: 'raised' },
	])
	expect(system.alerts.sent).toHaveLength(1)
})

test('sweeping again, or twice at once, makes no second task and no second alert', async () => {
	const system = await reported(0)
	await Promise.all([sweepAt(system, START + 30 * MINUTE), sweepAt(system, START + 30 * MINUTE)])
	await sweepAt(system, START + 31 * MINUTE)
	expect(system.taskFacts()).toHaveLength(1)
	expect(new Set(system.alerts.sent.map(({ dedupeKey }) => dedupeKey)).size).toBe(1)
})

test('the next reading ends the silence and verifies its task', async () => {
	const system = await reported(0)
	await sweepAt(system, START + 30 * MINUTE)
	system.now = START + 40 * MINUTE
	await system.ingest({ thing: 'toilet-1', payload: { at: system.now, ammonia: 0.1 } })
	expect(system.taskFacts().map(({ state }) => state)).toEqual(['verified'])
})

test('a reading that comes late and shows there was no silence takes the task back', async () => {
	const system = await reported(0)
	await sweepAt(system, START + 20 * MINUTE)
	system.now = START + 25 * MINUTE
	const pack = [5, 10, 15, 20, 25].map((minute) => ({ at: START + minute * MINUTE, ammonia: 0.1 }))
	await system.ingest({ thing: 'toilet-1', payload: pack })
	expect(system.taskFacts()).toEqual([])
})

test('a reading of the next hour that shows there was no silence takes the task back', async () => {
	const system = await reported(45)
	await sweepAt(system, START + 61 * MINUTE)
	expect(system.taskFacts()).toHaveLength(1)
	system.now = START + 62 * MINUTE
	const pack = [50, 55, 60].map((minute) => ({ at: START + minute * MINUTE, ammonia: 0.1 }))
	await system.ingest({ thing: 'toilet-1', payload: pack })
	expect(system.taskFacts()).toEqual([])
})

test('no device is silent while readings wait in the queue', async () => {
	const system = await reported(0)
	expect((await sweepAt(system, START + 30 * MINUTE, new Map(), 1001)).silent).toBe(0)
	expect((await sweepAt(system, START + 30 * MINUTE, new Map(), 1000)).silent).toBe(1)
})

test('a device that never reported is not silent: it was never heard', async () => {
	expect((await sweepAt(new IngestBench(registry, START), START)).silent).toBe(0)
})

test('an alert lost between the task and the sending goes out with the next sweep', async () => {
	let broken = true
	const system = new IngestBench(registry, START, async (name) => {
		if (name === 'alerts.publish' && broken) throw new Error('killed')
	})
	await system.ingest({ thing: 'toilet-1', payload: { at: START, temperature: 90 } })
	expect(system.alerts.sent).toHaveLength(0)
	broken = false
	expect((await sweepAt(system, START + 30_000)).alertsSent).toBe(0)
	expect((await sweepAt(system, START + 60_000)).alertsSent).toBe(1)
	expect((await sweepAt(system, START + 120_000)).alertsSent).toBe(0)
})

test('a device that reports is read once in three intervals, not every minute', async () => {
	const system = await reported(0)
	const memory = new Map<string, number>()
	const checked: number[] = []
	for (let minute = 0; minute <= 14; minute += 1) {
		checked.push((await sweepAt(system, START + minute * MINUTE, memory)).checked)
	}
	expect(checked.reduce((a, b) => a + b)).toBe(1)
})
