import { expect, test } from 'vitest'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const START = Date.parse('2026-11-23T06:10:00Z')
const MINUTE = 60_000

/** A toilet whose readings arrive as they are measured, five minutes apart. */
async function watched(values: readonly number[], system = new IngestBench(registryOf(toilet), START)) {
	for (const ammonia of values) {
		system.now += 5 * MINUTE
		await system.ingest({ thing: 'toilet-1', payload: { at: system.now, ammonia } })
	}
	return system
}

test('a toilet that stinks raises one task and one alert, however long it goes on', async () => {
	const system = await watched([0.2, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5])
	expect(system.taskFacts().map(({ state }) => state)).toEqual(['raised'])
	expect(system.alerts.sent).toHaveLength(1)
	expect(system.alerts.sent[0]).toMatchObject({ courtyard: 'yard-1', device: 'toilet-1', rule: 'ammonia-high' })
	expect(system.alerts.sent[0]?.text).toEqual({
		zh: '【重要】梅花村 桂花院落 1号公厕：氨气超标（5 mg/m³，限值 1），11月23日 周一 14:20 起。',
		en: '[Important] Plum Village, Osmanthus Courtyard, Public toilet 1: ammonia too high (5 mg/m³, limit 1), since Mon 23 Nov 14:20.',
	})
})

test('normal readings verify the task that nobody had touched', async () => {
	const system = await watched([5, 5, 0.2, 0.2])
	expect(system.taskFacts().map(({ state }) => state)).toEqual(['verified'])
})

test('the common case is one write and no read', async () => {
	const calls: string[] = []
	const system = new IngestBench(registryOf(toilet), START, async (name) => void calls.push(name))
	await watched([0.2, 0.2], system)
	calls.length = 0
	await watched([0.3], system)
	expect(calls).toEqual(['add'])
})

test('an alarm that lies wholly in the past makes neither task nor alert', async () => {
	const system = new IngestBench(registryOf(toilet), START)
	const pack = [5, 5, 5, 0.2, 0.2].map((ammonia, i) => ({ at: START - 300 * MINUTE + i * 5 * MINUTE, ammonia }))
	await system.ingest({ thing: 'toilet-1', payload: pack })
	expect(system.taskFacts()).toEqual([])
	expect(system.alerts.sent).toEqual([])
	expect(system.telemetry.hours('toilet-1')[0]?.alarms).toContain('ammonia-high')
})

test('so does one that went over a full hour, in a pack that ends with an alarm of now', async () => {
	const system = new IngestBench(registryOf(toilet), START)
	const isHigh = (i: number): boolean => i < 5 || i > 51
	const pack = Array.from({ length: 54 }, (_, i) => ({
		at: START - 265 * MINUTE + i * 5 * MINUTE,
		ammonia: isHigh(i) ? 5 : 0.2 + i / 1000,
	}))
	await system.ingest({ thing: 'toilet-1', payload: pack })
	const alarms = system.telemetry.hours('toilet-1').map((hour) => hour.alarms ?? '')
	expect(alarms.filter((text) => text.includes('ammonia-high'))).toHaveLength(3)
	expect(system.taskFacts().map(({ state }) => state)).toEqual(['raised'])
})

test('an alarm known from a late pack that still goes on becomes a task with the first fresh reading', async () => {
	const system = new IngestBench(registryOf(toilet), START)
	const pack = Array.from({ length: 36 }, (_, i) => ({ at: START - 360 * MINUTE + i * 5 * MINUTE, ammonia: 5 }))
	await system.ingest({ thing: 'toilet-1', payload: pack })
	expect(system.taskFacts()).toEqual([])
	const rest = Array.from({ length: 36 }, (_, i) => ({ at: START - 180 * MINUTE + i * 5 * MINUTE, ammonia: 5 }))
	await system.ingest({ thing: 'toilet-1', payload: rest })
	expect(system.taskFacts().map(({ state }) => state)).toEqual(['raised'])
})

test('when a late reading shows that the alarm began earlier, the task moves and nobody is told twice', async () => {
	const system = await watched([0.2, 0.2])
	const first = system.now + 5 * MINUTE
	system.now = first
	await watched([5, 5], system)
	const told = system.alerts.sent.length
	await system.ingest({ thing: 'toilet-1', payload: { at: first, ammonia: 5 } })
	expect(system.taskFacts()).toHaveLength(1)
	expect(system.taskFacts()[0]?.id).toBe(`toilet-1.ammonia-high.${first.toString(36)}`)
	expect(system.alerts.sent).toHaveLength(told)
	expect(told).toBe(1)
})

test('a stamp a little ahead of its hour is judged together with what still comes for the hour before', async () => {
	const edge = Date.parse('2026-11-23T07:00:00Z')
	const system = new IngestBench(registryOf(toilet), edge - 2 * MINUTE)
	await system.ingest({ thing: 'toilet-1', payload: { at: edge + MINUTE, ammonia: 5 } })
	await system.ingest({ thing: 'toilet-1', payload: { at: edge - 4 * MINUTE, ammonia: 5 } })
	const inOrder = new IngestBench(registryOf(toilet), edge + 2 * MINUTE)
	for (const minute of [-4, 1]) {
		await inOrder.ingest({ thing: 'toilet-1', payload: { at: edge + minute * MINUTE, ammonia: 5 } })
	}
	expect(system.facts()).toBe(inOrder.facts())
	expect(system.taskFacts()).toHaveLength(1)
})
