import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { Rescore, rescore } from '../../../functions/rollup/rescore.ts'
import type { DayChanges } from '../../../shared/contract/dayChanges.ts'
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

const fromScratch = ({ scores }: RollupBench, known = registry): Promise<DayChanges> =>
	changesOfDay(scores, known.profiles, [...known.courtyards.keys()], LAST)
const isPut = (): boolean => calls.includes('changes.put')

test('what changed on the last day is kept with its scores, and is what the days of each courtyard say', async () => {
	const kept = bench.changes.kept?.changes
	expect(kept).toMatchObject({ day: LAST, before: '2026-10-31', compared: 3 })
	expect(kept?.courtyards.length).toBeGreaterThan(0)
	expect(kept).toEqual(await fromScratch(bench))
})

test('it is worked out once, and no courtyard is read again while nothing is put', async () => {
	await bench.run(AFTER + 15 * MINUTE)
	expect(calls).toContain('finishes')
	expect(calls).not.toContain('days')
	expect(isPut()).toBe(false)
})

test('a day is not over twenty minutes after midnight, and what is kept stays that of the day before', async () => {
	await bench.run(AFTER + 23.75 * HOUR)
	expect(bench.changes.kept?.changes.day).toBe(LAST)
	await bench.run(AFTER + 24 * HOUR)
	expect(bench.changes.kept?.changes.day).toBe('2026-11-02')
})

test('where days are there and no changes are kept, as after an update, the next run puts them', async () => {
	const before = bench.changes.kept
	bench.changes.kept = undefined
	await bench.run(AFTER + 15 * MINUTE)
	expect(bench.changes.kept).toEqual(before)
})

test('a day that somebody has worked out anew is told by the next run, also of one courtyard alone', async () => {
	const before = bench.changes.kept?.changes
	const day = bench.scores.kept.get(`yard-2 ${LAST}`)
	if (day) day.day.devices = []
	bench.changes.kept = { stamp: bench.changes.kept?.stamp ?? '', changes: await fromScratch(bench) }
	expect(bench.changes.kept.changes).not.toEqual(before)
	const clock = { now: () => AFTER, remaining: () => 900_000 }
	await rescore(bench.ports, Rescore.parse({ day: LAST, courtyard: 'yard-2' }), clock)
	await bench.run(AFTER + 15 * MINUTE)
	expect(bench.changes.kept?.changes).toEqual(before)
})

test('a courtyard that has left the registry is not counted any more', async () => {
	const less = { ...registry, courtyards: new Map([[courtyard.id, courtyard]]) }
	bench.ports.registry = fixedRegistry(less)
	await bench.run(AFTER + 15 * MINUTE)
	expect(bench.changes.kept?.changes).toMatchObject({ compared: 1 })
	expect(bench.changes.kept?.changes).toEqual(await fromScratch(bench, less))
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
	const expected = inTime.changes.kept?.changes
	expect(expected).not.toEqual(bench.changes.kept?.changes)
	const order = fc.array(fc.record({ which: fc.nat({ max: late.length - 1 }), runs: fc.boolean() }), { maxLength: 6 })
	await fc.assert(
		fc.asyncProperty(order, async (first) => {
			const own = await scored()
			for (const { which, runs } of [...first, ...late.map((_, which) => ({ which, runs: false }))]) {
				const message = late[which]
				if (message) await own.ingest.ingest(message)
				if (!runs) continue
				await own.run(AFTER)
				expect(own.changes.kept?.changes).toEqual(await fromScratch(own))
			}
			await own.run(AFTER)
			expect(own.changes.kept?.changes).toEqual(expected)
		}),
		{ numRuns: 15 },
	)
})
