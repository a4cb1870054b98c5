import { expect, test } from 'vitest'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const MINUTE = 60_000
const EIGHT = Date.parse('2026-11-23T08:00:00Z')
/** Ammonia stays high over the hours: their state is right only where each began with that of the hour before. */
const readings = (from: number, to: number) =>
	Array.from({ length: (to - from) / 5 }, (_, i) => ({ at: EIGHT + (from + i * 5) * MINUTE, ammonia: 30 }))

/** The calls for a pack, after others have come. */
async function storing(pack: object[], ...before: object[][]) {
	let calls: string[] = []
	const system = new IngestBench(registryOf(toilet), EIGHT + 300 * MINUTE, async (name) => void calls.push(name))
	for (const payload of before) await system.ingest({ thing: 'toilet-1', payload })
	calls = []
	expect((await system.ingest({ thing: 'toilet-1', payload: pack })).failed).toEqual([])
	return calls
}

test('a pack that goes on within an hour that is there is stored without a look before it', async () => {
	const calls = await storing(readings(20, 130), readings(0, 20))
	expect(calls.slice(0, 3)).toEqual(['add', 'add', 'add'])
	expect(calls).not.toContain('previous')
	expect(calls).not.toContain('setCarry')
})

test('a pack of new hours looks before them and writes their state along', async () => {
	const calls = await storing(readings(60, 180), readings(0, 60))
	expect(calls.slice(0, 3)).toEqual(['previous', 'add', 'add'])
	expect(calls).not.toContain('setCarry')
})

test('a pack that begins within a new hour has the state of that mended with one more write', async () => {
	const calls = await storing(readings(80, 180), readings(0, 60))
	expect(calls.slice(0, 3)).toEqual(['add', 'previous', 'add'])
	expect(calls.filter((name) => name === 'setCarry')).toHaveLength(1)
})
