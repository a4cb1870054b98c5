import { expect, test } from 'vitest'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { sweepOnce } from '../../doubles/sweepOnce.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const START = Date.parse('2026-11-23T06:10:00Z')
const MINUTE = 60_000

/** A toilet heard at the start, under repair between two minutes. */
async function repaired(from: number, until: number) {
	const repair = { from: START + from * MINUTE, until: START + until * MINUTE, by: '王芳', reason: '更换传感器' }
	const registry = registryOf({ ...toilet, outOfService: [repair] })
	const system = new IngestBench(registry, START)
	const report = async (minute: number, ammonia = 0.1) => {
		system.now = START + minute * MINUTE
		await system.ingest({ thing: 'toilet-1', payload: { at: system.now, ammonia } })
	}
	const sweep = (minute: number) => sweepOnce(system, registry, START + minute * MINUTE)
	await report(0)
	return { system, report, sweep }
}

test('a device is not silent the moment it is back in service, but when it is not heard after that', async () => {
	const { system, sweep } = await repaired(5, 60)
	for (const minute of [30, 60, 75]) expect((await sweep(minute)).silent).toBe(0)
	expect((await sweep(76)).silent).toBe(1)
	expect(system.taskFacts().map(({ id }) => id)).toEqual([`toilet-1.silent.${(START + 75 * MINUTE).toString(36)}`])
})

test('a device repaired because it was silent is verified when it is heard again', async () => {
	const { system, report, sweep } = await repaired(30, 60)
	for (const minute of [16, 40, 61]) await sweep(minute)
	expect(system.taskFacts().map(({ state }) => state)).toEqual(['raised'])
	await report(65)
	expect(system.taskFacts().map(({ state }) => state)).toEqual(['verified'])
	expect(system.alerts.sent).toHaveLength(1)
})

test('what a device sends during its repair raises nothing, and is judged again afterwards', async () => {
	const { system, report } = await repaired(5, 60)
	for (const minute of [10, 15, 20]) await report(minute, 5)
	expect(system.taskFacts()).toEqual([])
	for (const minute of [60, 65]) await report(minute, 5)
	expect(system.taskFacts().map(({ id }) => id)).toEqual([
		`toilet-1.ammonia-high.${(START + 60 * MINUTE).toString(36)}`,
	])
})
