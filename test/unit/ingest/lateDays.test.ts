import { expect, test } from 'vitest'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const MINUTE = 60_000
const MIDNIGHT = Date.parse('2026-11-23T16:00:00Z')
const registry = registryOf(toilet, { ...toilet, id: 'gateway-1', kind: 'gateway' })

/** Messages that come at an instant, each with readings so many minutes before midnight. */
async function arriving(now: number, ...before: number[]): Promise<IngestBench> {
	const system = new IngestBench(registry, now)
	const payload = before.map((minutes) => ({ at: MIDNIGHT - minutes * MINUTE, ammonia: 0.2 }))
	const { failed } = await system.ingest({ thing: 'toilet-1', payload })
	expect(failed).toEqual([])
	return system
}

test('readings of a day that is over leave one mark for the day, however many they are', async () => {
	const { late } = await arriving(MIDNIGHT + 12 * 60 * MINUTE, 5, 10, 15, 24 * 60 + 5, -30)
	expect(late.keys()).toEqual(['2026-11-22#toilet-1', '2026-11-23#toilet-1'])
})

test('readings of today leave none, nor do those that are stored before anybody scores their day', async () => {
	expect((await arriving(MIDNIGHT - MINUTE, 1, 30)).late.keys()).toEqual([])
	expect((await arriving(MIDNIGHT + 14 * MINUTE, 1, 30)).late.keys()).toEqual([])
	expect((await arriving(MIDNIGHT + 15 * MINUTE, 1, 30)).late.keys()).toEqual(['2026-11-23#toilet-1'])
})

test('what carries no score leaves none', async () => {
	const system = new IngestBench(registry, MIDNIGHT + 60 * MINUTE)
	await system.ingest({ thing: 'gateway-1', payload: { at: MIDNIGHT - MINUTE, battery: 80 } })
	expect(system.late.keys()).toEqual([])
})

test('a mark is set when the readings are there, never before', async () => {
	const calls: string[] = []
	const system = new IngestBench(registry, MIDNIGHT + 60 * MINUTE, async (name) => void calls.push(name))
	await system.ingest({ thing: 'toilet-1', payload: { at: MIDNIGHT - MINUTE, ammonia: 0.2 } })
	expect(calls.indexOf('late.add')).toBeGreaterThan(calls.lastIndexOf('add'))
	expect(calls.indexOf('late.add')).toBeGreaterThan(calls.lastIndexOf('setCarry'))
})

test('a message whose mark could not be set is not acknowledged', async () => {
	const system = new IngestBench(registry, MIDNIGHT + 60 * MINUTE, async (name) => {
		if (name === 'late.add') throw new Error('throttled')
	})
	const { failed } = await system.ingest({ thing: 'toilet-1', payload: { at: MIDNIGHT - MINUTE, ammonia: 0.2 } })
	expect(failed).toHaveLength(1)
})
