import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { Rescore, rescore } from '../../../functions/rollup/rescore.ts'
import type { DayChanges } from '../../../shared/contract/score/dayChanges.ts'
import { changesOfDay } from '../../../shared/work/changesOfDay.ts'
import type { Sent } from '../../doubles/ingestBench.ts'
import { RollupBench } from '../../doubles/rollupBench.ts'
import { AFTER, FIRST, readings, registry } from '../../doubles/threeDays.ts'
import { courtyard, fixedRegistry } from '../../doubles/township.ts'

const HOUR = 3_600_000
const MINUTE = 60_000
const LAST = '2026-11-01'

let calls: string[]
let bench: RollupBench
const scored = async (): Promise<RollupBench> => {
	const made = new RollupBench(registry, FIRST, async (name) => {
		calls.push(name)
	})
	for (const message of readings) await made.ingest.ingest({ ...message, receivedAt: AFTER })
	await made.run(AFTER)
	made.ingest.now = AFTER
	calls = []
	return made
}
beforeEach(async () => {
	calls = []
	bench = await scored()
})

type Kept = { all: DayChanges | undefined; villages: Record<string, DayChanges> }
const kept = ({ changes: { all, villages } }: RollupBench): Kept => ({
	all: all?.changes,
	villages: Object.fromEntries([...villages].map(([village, { changes }]) => [village, changes])),
})
/** From the days of each courtyard that are there. */
const fromScratch = async ({ scores }: RollupBench, known = registry): Promise<Kept> => {
	const of = (village?: string): Promise<DayChanges> => {
		const own = [...known.courtyards.values()].filter((one) => village === undefined || one.village === village)
		const ids = own.map(({ id }) => id)
		return changesOfDay(scores, known.profiles, ids, LAST)
	}
	return { all: await of(), villages: { 'village-1': await of('village-1'), 'village-2': await of('village-2') } }
}
const count = (call: string): number => calls.filter((name) => name === call).length

test('what changed on the last day is kept with its scores, and is what the days of each courtyard say', async () => {
	expect(kept(bench).all).toMatchObject({ day: LAST, before: '2026-10-31', compared: 3 })
	expect(kept(bench).all?.courtyards.length).toBeGreaterThan(0)
	expect(kept(bench)).toEqual(await fromScratch(bench))
})

test('it is worked out once: no courtyard is read again while nothing is put', async () => {
	await bench.run(AFTER + 15 * MINUTE)
	expect([count('finishes'), count('days'), count('changes.put')]).toEqual([1, 0, 0])
})

test('where a late reading concerns one village, the courtyards of the others are not read again', async () => {
	await bench.ingest.ingest({ thing: 'toilet-3', payload: { at: FIRST + 60.2 * HOUR, ammonia: 2 } })
	await bench.run(AFTER + 15 * MINUTE)
	// The village with one courtyard, and all together.
	expect([count('days'), count('changes.put')]).toEqual([1, 2])
	expect(kept(bench)).toEqual(await fromScratch(bench))
})

test('until twenty minutes past midnight the changes are those of the day before', async () => {
	await bench.run(AFTER + 23.75 * HOUR)
	expect(kept(bench).all?.day).toBe(LAST)
	await bench.run(AFTER + 24 * HOUR)
	expect(kept(bench).all?.day).toBe('2026-11-02')
})

test('where days are there and no changes are kept, as after an update, the next run puts them', async () => {
	const before = kept(bench)
	bench.changes.all = undefined
	bench.changes.villages.clear()
	await bench.run(AFTER + 15 * MINUTE)
	expect(kept(bench)).toEqual(before)
})

test('a run that has no time left leaves villages to the next, and what is kept of all stays until all are there', async () => {
	bench.changes.all = undefined
	bench.changes.villages.clear()
	let looks = 0
	const report = await bench.run(AFTER, () => (looks++ < 1 ? 900_000 : 29_999))
	expect(report).toMatchObject({ left: 1, failed: [] })
	expect([...bench.changes.villages.keys()]).toEqual(['village-1'])
	expect(bench.changes.all).toBeUndefined()
	expect(await bench.run(AFTER)).toMatchObject({ left: 0 })
	expect(kept(bench)).toEqual(await fromScratch(bench))
})

test('a day that somebody has worked out anew is told by the next run, also of one courtyard alone', async () => {
	const before = kept(bench)
	const day = bench.scores.kept.get(`yard-2 ${LAST}`)
	if (day) day.day.devices = []
	const spoilt = await fromScratch(bench)
	const { all, villages } = bench.changes
	if (all && spoilt.all) all.changes = spoilt.all
	for (const [village, one] of villages) one.changes = spoilt.villages[village] ?? one.changes
	expect(kept(bench)).not.toEqual(before)
	const clock = { now: () => AFTER, remaining: () => 900_000 }
	await rescore(bench.ports, Rescore.parse({ day: LAST, courtyard: 'yard-2' }), clock)
	await bench.run(AFTER + 15 * MINUTE)
	expect(kept(bench)).toEqual(before)
})

test('a courtyard counts for the village where it is, and nowhere when it has left the registry', async () => {
	const moved = { ...registry, courtyards: new Map([[courtyard.id, { ...courtyard, village: 'village-2' }]]) }
	bench.ports.registry = fixedRegistry(moved)
	await bench.run(AFTER + 15 * MINUTE)
	const expected = await fromScratch(bench, moved)
	expect(kept(bench).all).toEqual(expected.all)
	expect(kept(bench).villages['village-2']).toEqual(expected.villages['village-2'])
	expect(kept(bench).all).toMatchObject({ compared: 1 })
})

/** Of the last day, of the day before it, and of one that is only looked back to. */
const late: Sent[] = [
	{ thing: 'toilet-1', payload: { at: FIRST + 51.25 * HOUR, ammonia: 3 } },
	{ thing: 'bin-1', payload: { at: FIRST + 29.25 * HOUR, fill: 99 } },
	{ thing: 'toilet-2', payload: { at: FIRST + 23.95 * HOUR, ammonia: 4 } },
	{ thing: 'toilet-3', payload: { at: FIRST + 60.2 * HOUR, ammonia: 2 } },
]

test('late readings in any order, some twice, with runs between them, leave the changes that they leave from scratch', async () => {
	const inTime = new RollupBench(registry, FIRST)
	for (const message of [...readings, ...late]) await inTime.ingest.ingest({ ...message, receivedAt: AFTER })
	await inTime.run(AFTER)
	const expected = kept(inTime)
	expect(expected).not.toEqual(kept(bench))
	const order = fc.array(fc.record({ which: fc.nat({ max: late.length - 1 }), runs: fc.boolean() }), { maxLength: 6 })
	await fc.assert(
		fc.asyncProperty(order, async (first) => {
			const own = await scored()
			for (const { which, runs } of [...first, ...late.map((_, which) => ({ which, runs: false }))]) {
				const message = late[which]
				if (message) await own.ingest.ingest(message)
				if (!runs) continue
				await own.run(AFTER)
				expect(kept(own)).toEqual(await fromScratch(own))
			}
			await own.run(AFTER)
			expect(kept(own)).toEqual(expected)
		}),
		{ numRuns: 15 },
	)
})
