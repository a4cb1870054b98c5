import { expect, test } from 'vitest'
import { faultWords } from '../../../shared/domain/telemetry/faultWords.ts'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const NOW = Date.parse('2026-11-23T06:30:00Z')
const gateway = { ...toilet, id: 'gateway-1', kind: 'gateway' as const }
const behind = { ...toilet, id: 'toilet-2', gateway: 'gateway-1' }
const bench = () => new IngestBench(registryOf(toilet, gateway, behind), NOW)

const reasons = (of: IngestBench): string[] =>
	[...of.quarantine.values()].flatMap(({ faults }) => faults.map((fault) => faultWords(fault).en))

test.each([
	['{', 'the payload is not JSON; it begins: {'],
	['[]', 'there is no measurand we know in it; it holds []'],
	['{}', 'there is no measurand we know in it; it holds {}'],
	['{"colour":3}', 'there is no measurand we know in it; it holds {"colour":3}'],
	['{"ammonia":"x"}', '"ammonia" should be a number, but is "x"'],
	['{"ammonia":-5}', '"ammonia" is -5, which no sound sensor sends (plausible: 0..100)'],
	['{"at":"noon","ammonia":1}', '"at" should be seconds or milliseconds since 1970, but is "noon"'],
	['7', 'the payload should be an object of values, but is 7'],
	['x'.repeat(200_000), 'the payload is too large: 196 KB, at most 128 KB'],
])('%.20s is kept in quarantine with a reason a person understands', async (payload, reason) => {
	const system = bench()
	const { failed } = await system.ingest({ thing: 'toilet-1', payload })
	expect(failed).toEqual([])
	expect(reasons(system)).toEqual([reason])
	expect(Buffer.from([...system.quarantine.values()][0]?.payload ?? []).toString()).toBe(payload)
})

test('a device that is not registered is named as such', async () => {
	const system = bench()
	await system.ingest({ thing: 'stranger', payload: { ammonia: 1 } })
	expect(reasons(system)).toEqual(['the device stranger is not registered'])
})

test('a gateway speaks for the devices listed under it and for no other', async () => {
	const system = bench()
	const entry = (device: string) => ({ device, ammonia: 1 })
	await system.ingest({ thing: 'gateway-1', payload: [entry('toilet-2'), entry('toilet-1')] })
	expect(system.telemetry.hours('toilet-2')).toHaveLength(1)
	expect(system.telemetry.hours('toilet-1')).toHaveLength(0)
	expect(reasons(system)).toEqual([
		'gateway-1 may not speak for the device toilet-1: the registry does not list it there',
	])
})

test('a reading older than accepted, or of the future, is refused and says so', async () => {
	const system = bench()
	const at = (offset: number) => ({ at: NOW + offset, ammonia: 1 })
	await system.ingest({
		thing: 'toilet-1',
		payload: [at(-7 * 86_400_000 - 1), at(300_001), at(-7 * 86_400_000), at(300_000)],
	})
	expect(reasons(system).map((reason) => reason.slice(0, 28))).toEqual([
		'the reading is of 2026-11-16',
		"the device's clock is ahead:",
	])
	expect(system.telemetry.hours('toilet-1').flatMap(({ readings }) => readings)).toHaveLength(2)
})

test('a pack with one bad reading keeps the good ones', async () => {
	const system = bench()
	const pack = [
		{ at: NOW - 2000, ammonia: 1 },
		{ at: NOW - 1000, ammonia: 'x' },
		{ at: NOW, ammonia: 2 },
	]
	await system.ingest({ thing: 'toilet-1', payload: pack })
	expect(system.telemetry.hours('toilet-1')[0]?.readings).toHaveLength(2)
	expect(reasons(system)).toEqual(['"[1].ammonia" should be a number, but is "x"'])
})

test('one poison message neither blocks nor repeats the others', async () => {
	const system = bench()
	const { failed } = await system.ingest(
		{ thing: 'toilet-1', payload: '{' },
		{ thing: 'toilet-1', payload: { at: NOW, ammonia: 1 } },
	)
	expect(failed).toEqual([])
	expect(system.telemetry.hours('toilet-1')[0]?.readings).toHaveLength(1)
})

test('a fault of the store fails only the messages it touches', async () => {
	const system = new IngestBench(registryOf(toilet), NOW, async (name) => {
		if (name === 'add') throw new Error('throttled')
	})
	const { failed } = await system.ingest(
		{ thing: 'toilet-1', payload: { ammonia: 1 }, id: 'good' },
		{ thing: 'toilet-1', payload: '{', id: 'bad' },
	)
	expect(failed.map(({ messageId }) => messageId)).toEqual(['good'])
	expect([...system.quarantine.keys()]).toEqual(['bad'])
})

test('a reading without a time takes the time of its arrival', async () => {
	const system = bench()
	await system.ingest({ thing: 'toilet-1', payload: { ammonia: 1 }, receivedAt: NOW - 5000 })
	expect(system.telemetry.hours('toilet-1')[0]?.readings).toEqual([`${((NOW - 5000) % 3_600_000).toString(36)} A1`])
})
