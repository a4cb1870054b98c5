import { expect, test } from 'vitest'
import { freshMemory } from '../../../functions/sweep/findSilent.ts'
import type { SweepReport } from '../../../functions/sweep/sweep.ts'
import type { Waiting } from '../../../shared/ports/backlog.ts'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { sweepOnce } from '../../doubles/sweepOnce.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const START = Date.parse('2026-11-23T06:10:00Z')
const MINUTE = 60_000
const registry = registryOf(toilet)

/** Sweeps at a time; each call is a fresh Lambda unless a memory is passed. */
const sweepAt = (
	system: IngestBench,
	now: number,
	memory = freshMemory(0),
	waiting: Waiting = { messages: 0 },
	of = registry,
): Promise<SweepReport> => sweepOnce(system, of, now, memory, waiting)

/** A village of several toilets, and what each reports at some minutes. */
const toilets = Array.from({ length: 4 }, (_, i) => ({ ...toilet, id: `toilet-${i + 1}` }))
const village = registryOf(...toilets)

async function villageReported(minutesOf: Readonly<Record<string, readonly number[]>>, values = (_: string) => 0.1) {
	const system = new IngestBench(village, START)
	const all = Object.entries(minutesOf).flatMap(([thing, minutes]) => minutes.map((minute) => ({ thing, minute })))
	for (const { thing, minute } of all.sort((a, b) => a.minute - b.minute)) {
		system.now = START + minute * MINUTE
		await system.ingest({
			thing,
			payload: { at: system.now, ammonia: values(thing) + (thing === 'toilet-1' ? 0 : minute / 1e5) },
		})
	}
	return system
}

const sweepVillage = (system: IngestBench, minute: number, memory = freshMemory(0)) =>
	sweepAt(system, START + minute * MINUTE, memory, undefined, village)

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

test('a device that promised to be heard within the hour (SenML ut) is waited for three hours', async () => {
	const system = new IngestBench(registry, START)
	const pack = [{ bn: 'toilet-1:', bt: START / 1000, n: 'ammonia', v: 0.1, ut: 3600 }]
	await system.ingest({ thing: 'toilet-1', format: 'senml', payload: pack })
	const memory = freshMemory(0)
	expect((await sweepAt(system, START + 180 * MINUTE, memory)).silent).toBe(0)
	expect((await sweepAt(system, START + 196 * MINUTE, memory)).silent).toBe(1)
	expect(system.taskFacts()).toMatchObject([{ id: `toilet-1.silent.${(START + 180 * MINUTE).toString(36)}` }])
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
	expect((await sweepAt(system, START + 30 * MINUTE, freshMemory(0), { messages: 1001 })).silent).toBe(0)
	expect((await sweepAt(system, START + 30 * MINUTE, freshMemory(0), { messages: 1000 })).silent).toBe(1)
})

test('no device is silent while readings are older than a minute in the stream, or nobody knows how old they are', async () => {
	const system = await reported(0)
	for (const [seconds, silent] of [
		[61, 0],
		[Number.POSITIVE_INFINITY, 0],
		[60, 1],
	] as const) {
		const report = await sweepAt(system, START + 30 * MINUTE, freshMemory(0), { messages: 3, seconds })
		expect([seconds, report.silent, report.waiting]).toEqual([seconds, silent, 3])
	}
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
	const memory = freshMemory(0)
	const checked: number[] = []
	for (let minute = 0; minute <= 14; minute += 1) {
		checked.push((await sweepAt(system, START + minute * MINUTE, memory)).checked)
	}
	expect(checked.reduce((a, b) => a + b)).toBe(1)
})

test('a village that falls silent within minutes is one outage with one task and one message', async () => {
	const system = await villageReported({ 'toilet-1': [0], 'toilet-2': [2], 'toilet-3': [4], 'toilet-4': [3] })
	const memory = freshMemory(0)
	for (let minute = 15; minute <= 40; minute += 1) await sweepVillage(system, minute, memory)
	expect(system.taskFacts().map(({ id, state }) => [id.split('.').slice(0, 2).join('.'), state])).toEqual([
		['village-1.outage', 'raised'],
	])
	expect(system.alerts.sent).toHaveLength(1)
	expect(system.alerts.sent[0]?.text.zh).toBe(
		'【重要】梅花村：多个传感器同时失去联系，可能停电或断网（3 个设备），11月23日 周一 14:25 起。',
	)
})

test('the outage ends by itself when the devices are back, and leaves no task behind', async () => {
	const system = await villageReported({ 'toilet-1': [0], 'toilet-2': [2], 'toilet-3': [4], 'toilet-4': [3] })
	await sweepVillage(system, 30)
	system.now = START + 60 * MINUTE
	for (const { id } of toilets) await system.ingest({ thing: id, payload: { at: system.now, ammonia: 0.1 } })
	await sweepVillage(system, 61)
	expect(system.taskFacts().map(({ state }) => state)).toEqual(['verified'])
	expect(await system.outages.open('village-1')).toBeUndefined()
})

test('one device silent among others that report waits for them, and is then a task of its own', async () => {
	const reporting = [0, 5, 10, 15, 20, 25]
	const system = await villageReported({
		'toilet-1': [0],
		'toilet-2': reporting,
		'toilet-3': reporting,
		'toilet-4': reporting,
	})
	await sweepVillage(system, 19)
	expect(system.taskFacts()).toEqual([])
	await sweepVillage(system, 21)
	expect(system.taskFacts().map(({ id }) => id.split('.').slice(0, 2).join('.'))).toEqual(['toilet-1.silent'])
})

test('a sensor whose value stands still for a day while its neighbours move is stuck', async () => {
	const day = Array.from({ length: 290 }, (_, i) => i * 5)
	const alone = await villageReported({ 'toilet-1': day })
	await sweepVillage(alone, 1446)
	expect(alone.taskFacts()).toEqual([])
	const among = await villageReported({ 'toilet-1': day, 'toilet-2': day })
	await sweepVillage(among, 1446)
	await sweepVillage(among, 1447)
	expect(among.taskFacts().map(({ id, state }) => [id.split('.').slice(0, 2).join('.'), state])).toEqual([
		['toilet-1.flat-ammonia', 'raised'],
	])
	among.now = START + 1450 * MINUTE
	await among.ingest({ thing: 'toilet-1', payload: { at: among.now, ammonia: 0.3 } })
	expect(among.taskFacts().map(({ state }) => state)).toEqual(['verified'])
})

test('a device that speaks between the look and the task is not silent', async () => {
	const system = await reported(0)
	const memory = freshMemory(0)
	memory.silent.set('toilet-1', { device: toilet, last: START, onset: START + 15 * MINUTE })
	memory.notBefore.set('toilet-1', START + 60 * MINUTE)
	system.now = START + 20 * MINUTE
	await system.ingest({ thing: 'toilet-1', payload: { at: system.now, ammonia: 0.1 } })
	await sweepAt(system, START + 21 * MINUTE, memory)
	expect(system.taskFacts()).toEqual([])
})

test('a sweep that pauses before it writes the task of a silence which never was leaves none behind', async () => {
	let isPaused = false
	const system: IngestBench = new IngestBench(registry, START, async (name) => {
		if (name !== 'tasks.put' || isPaused) return
		isPaused = true
		await system.ingest({ thing: 'toilet-1', payload: { at: START + 10 * MINUTE, ammonia: 0.1 } })
	})
	await system.ingest({ thing: 'toilet-1', payload: { at: START, ammonia: 0.1 } })
	system.now = START + 20 * MINUTE
	await sweepAt(system, START + 20 * MINUTE)
	expect(isPaused).toBe(true)
	expect(system.taskFacts()).toEqual([])
})

test('a run looks at so many devices that it ends in time; the next ones look at the rest, and none is forgotten', async () => {
	const many = Array.from({ length: 25_000 }, (_, i) => ({ ...toilet, id: `toilet-${i}` }))
	const system = new IngestBench(registryOf(...many), START)
	const last = many.at(-1)?.id ?? ''
	await system.ingest({ thing: last, payload: { at: START, ammonia: 0.1 } })
	let reads = 0
	const counted = Object.assign(system.telemetry, {
		previous: async (device: string) => {
			if (device !== last) reads += 1
			return system.telemetry.hours(device).at(-1)
		},
	})
	expect(counted).toBe(system.telemetry)
	const memory = freshMemory(0)
	const runs: [reads: number, silent: number][] = []
	for (const minute of [30, 31, 32, 33]) {
		reads = 0
		const { silent } = await sweepAt(system, START + minute * MINUTE, memory, undefined, registryOf(...many))
		runs.push([reads, silent])
	}
	// Those never heard are looked at again after five minutes, so they do not stand in the way of the others.
	expect(runs).toEqual([
		[10_000, 0],
		[10_000, 0],
		[4999, 1],
		[0, 1],
	])
})
