import { expect, test } from 'vitest'
import { freshMemory } from '../../../functions/sweep/findSilent.ts'
import type { Shelf } from '../../../shared/contract/registry/registry.ts'
import { SENSOR } from '../../../shared/domain/task/alarmTask.ts'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { sweepOnce } from '../../doubles/sweepOnce.ts'
import { bin, registryOf } from '../../doubles/township.ts'

const START = Date.parse('2026-11-23T06:10:00Z')
const MINUTE = 60_000
const at = (minute: number): number => START + minute * MINUTE

/** From the start for 20 minutes, to be spoiled one field a test. */
const shelf: Shelf = {
	id: 'shelf-1',
	device: 'bin-1',
	rule: 'fill-high',
	from: START,
	until: at(20),
	by: '王芳',
	reason: '收运车故障',
}
const shelvedFor = (...shelves: Shelf[]) => ({ ...registryOf(bin), shelves })

/** A bin that is full from the second reading on, five minutes apart, as long as it is said to be. */
async function filled(registry = shelvedFor(shelf), fills: readonly number[] = [95, 95, 95, 95], beforeCall?: Before) {
	const system = new IngestBench(registry, START, beforeCall)
	for (const [i, fill] of fills.entries()) await report(system, i * 5, fill)
	return system
}
type Before = (name: string) => Promise<void>

async function report(system: IngestBench, minute: number, fill: number): Promise<void> {
	system.now = at(minute)
	await system.ingest({ thing: 'bin-1', payload: { at: system.now, fill } })
}

/** A sweep that has been running for long, and to which the bin is not silent. */
const sweepAt = (system: IngestBench, minute: number, registry = shelvedFor(shelf)) =>
	sweepOnce(system, registry, at(minute), freshMemory(at(minute)))

const seen = (system: IngestBench) => [system.taskFacts().length, system.alerts.sent.length]
const history = (system: IngestBench): string => system.telemetry.hours('bin-1').at(-1)?.alarms ?? ''

test('a shelved alarm stands in the history and makes no task and no alert', async () => {
	const system = await filled()
	await sweepAt(system, 19)
	expect(history(system)).toContain('fill-high')
	expect(seen(system)).toEqual([0, 0])
})

test('an alarm that still stands when its shelf ends is a task with the first sweep, since its true beginning', async () => {
	const system = await filled()
	await sweepAt(system, 20)
	expect(system.taskFacts()).toEqual([
		{
			id: `bin-1.fill-high.${START.toString(36)}`,
			state: 'raised',
			events: [{ at: at(5), actor: SENSOR, type: 'raised', to: 'raised', data: { value: 95 } }],
		},
	])
	expect(system.alerts.sent).toHaveLength(1)
})

test('the sweeps after that, and two at once, make no second task and send one alert only', async () => {
	const system = await filled()
	await Promise.all([sweepAt(system, 20), sweepAt(system, 20)])
	for (const minute of [21, 22, 79]) await sweepAt(system, minute)
	expect(seen(system)[0]).toBe(1)
	expect(new Set(system.alerts.sent.map(({ dedupeKey }) => dedupeKey)).size).toBe(1)
})

test('sweeps that stop for a night do not forget an alarm', async () => {
	const system = await filled()
	await sweepAt(system, 12 * 60)
	expect(system.taskFacts()).toMatchObject([{ id: `bin-1.fill-high.${START.toString(36)}`, state: 'raised' }])
})

test('the alarm clears and verifies the task that its shelf had kept back', async () => {
	const system = await filled()
	await sweepAt(system, 20)
	for (const minute of [25, 30]) await report(system, minute, 10)
	expect(system.taskFacts().map(({ state }) => state)).toEqual(['verified'])
})

test('an alarm that clears before its shelf ends stays history', async () => {
	const system = await filled(undefined, [95, 95, 10, 10])
	await sweepAt(system, 20)
	expect(history(system)).toContain('clearedAt')
	expect(seen(system)).toEqual([0, 0])
})

test('readings that come when the shelf is over make no task of what cleared before', async () => {
	const system = new IngestBench(shelvedFor(shelf), at(25))
	const pack = [95, 95, 10, 10].map((fill, i) => ({ at: at(i * 5), fill }))
	await system.ingest({ thing: 'bin-1', payload: pack })
	expect(history(system)).toContain('clearedAt')
	expect(seen(system)).toEqual([0, 0])
})

test('an alarm of another rule is not shelved with it', async () => {
	const system = await filled()
	await system.ingest({ thing: 'bin-1', payload: { at: at(16), temperature: 90 } })
	expect(system.taskFacts().map(({ id }) => id.split('.')[1])).toEqual(['fire'])
})

test('while another shelf goes on nothing follows from the end of one', async () => {
	const registry = shelvedFor(shelf, { ...shelf, id: 'shelf-2', rule: '*', until: at(30) })
	const system = await filled(registry)
	await sweepAt(system, 20, registry)
	expect(seen(system)).toEqual([0, 0])
	await sweepAt(system, 30, registry)
	expect(seen(system)).toEqual([1, 1])
})

test('an alert that was not sent when the shelf began waits for its end', async () => {
	let broken = true
	const registry = shelvedFor({ ...shelf, from: at(6) })
	const system = await filled(registry, [95, 95], async (name) => {
		if (name === 'alerts.publish' && broken) throw new Error('killed')
	})
	broken = false
	expect((await sweepAt(system, 10, registry)).alertsSent).toBe(0)
	expect(seen(system)).toEqual([1, 0])
	await sweepAt(system, 20, registry)
	await sweepAt(system, 21, registry)
	expect(seen(system)).toEqual([1, 1])
})

test('a task that was there before the shelf keeps its life: its alarm clears and verifies it', async () => {
	const system = await filled(shelvedFor({ ...shelf, from: at(6), until: at(60) }), [95, 95, 10, 10])
	expect(system.taskFacts().map(({ state }) => state)).toEqual(['verified'])
})

test('a device that went silent on the shelf is told of at its end', async () => {
	const registry = shelvedFor({ ...shelf, rule: '*', until: at(60) })
	const system = await filled(registry, [10])
	for (const minute of [30, 59]) await sweepOnce(system, registry, at(minute))
	expect(history(system)).toContain('silent')
	expect(seen(system)).toEqual([0, 0])
	await sweepOnce(system, registry, at(60))
	expect(system.taskFacts().map(({ id }) => id.split('.')[1])).toEqual(['silent'])
})

test('what was long history when it was shelved stays history', async () => {
	const registry = shelvedFor({ ...shelf, from: at(200), until: at(220) })
	const system = new IngestBench(registry, at(210))
	await system.ingest({
		thing: 'bin-1',
		payload: [
			{ at: at(0), fill: 95 },
			{ at: at(5), fill: 95 },
		],
	})
	await sweepAt(system, 220, registry)
	expect(history(system)).toContain('fill-high')
	expect(seen(system)).toEqual([0, 0])
})

test('an alarm that had cleared before its shelf began is not raised by its end', async () => {
	const registry = shelvedFor({ ...shelf, from: at(130), until: at(150) })
	const system = new IngestBench(registry, at(140))
	const pack = [95, 95, 10, 10].map((fill, i) => ({ at: at(i * 5), fill }))
	await system.ingest({ thing: 'bin-1', payload: pack })
	await sweepAt(system, 150, registry)
	expect(history(system)).toContain('clearedAt')
	expect(seen(system)).toEqual([0, 0])
})

test('a device under repair at the end of its shelf is told of when it is back in service', async () => {
	const repair = { from: at(18), until: at(40), by: '王芳', reason: '更换传感器' }
	const device = { ...bin, outOfService: [repair] }
	const registry = { ...registryOf(device), shelves: [shelf] }
	const system = await filled(registry)
	await sweepAt(system, 20, registry)
	expect(seen(system)).toEqual([0, 0])
	await sweepAt(system, 40, registry)
	expect(seen(system)).toEqual([1, 1])
})
