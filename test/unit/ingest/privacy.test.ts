import { expect, test } from 'vitest'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const NOW = Date.parse('2026-11-23T06:30:00Z')
const household = { ...toilet, id: 'toilet-h', household: true }
const bench = () => new IngestBench(registryOf(toilet, household), NOW)

test('visits of a household toilet are kept as a count per day and nowhere else', async () => {
	const system = bench()
	await system.ingest({ thing: 'toilet-h', payload: { at: NOW - 60_000, visits: 2, ammonia: 0.1 } })
	await system.ingest({ thing: 'toilet-h', payload: { at: NOW, visits: 1 } })
	expect(await system.visits.days('toilet-h', '2026-11-23', '2026-11-23')).toEqual([{ day: '2026-11-23', visits: 3 }])
	const kept = JSON.stringify([...system.telemetry.items.values()])
	expect(kept).toContain('A0.1')
	expect(kept).not.toContain('D')
})

test('a repeated message is not counted twice', async () => {
	const system = bench()
	const message = { thing: 'toilet-h', payload: { at: NOW, visits: 2 } }
	await system.ingest(message, message)
	await system.ingest(message)
	expect(await system.visits.days('toilet-h', '2026-11-23', '2026-11-23')).toEqual([{ day: '2026-11-23', visits: 2 }])
})

test('what is kept of a visit does not tell when it was', async () => {
	const system = bench()
	await system.ingest({ thing: 'toilet-h', payload: { at: NOW, visits: 1 } })
	const [member = ''] = [...system.visits.members.values()].flatMap((members) => [...members])
	expect(member).toMatch(/^[\w-]{16} 1$/)
	for (const form of [10, 36]) expect(member).not.toContain(NOW.toString(form))
})

test('the day is that of Asia/Shanghai', async () => {
	const system = bench()
	await system.ingest({ thing: 'toilet-h', payload: { at: Date.parse('2026-11-22T16:00:00Z'), visits: 1 } })
	await system.ingest({ thing: 'toilet-h', payload: { at: Date.parse('2026-11-22T15:59:59Z'), visits: 4 } })
	expect(await system.visits.days('toilet-h', '2026-11-22', '2026-11-23')).toEqual([
		{ day: '2026-11-23', visits: 1 },
		{ day: '2026-11-22', visits: 4 },
	])
})

test('visits of a public toilet stay in its readings', async () => {
	const system = bench()
	await system.ingest({ thing: 'toilet-1', payload: { at: NOW, visits: 7 } })
	expect(system.telemetry.hours('toilet-1')[0]?.readings[0]).toContain('D7')
})
