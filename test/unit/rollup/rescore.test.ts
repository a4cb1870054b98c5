import { beforeEach, expect, test } from 'vitest'
import { Rescore, rescore } from '../../../functions/rollup/rescore.ts'
import { RollupBench } from '../../doubles/rollupBench.ts'
import { AFTER, FIRST, readings, registry } from '../../doubles/threeDays.ts'

const clock = { now: () => AFTER, remaining: () => 900_000 }
const october = Rescore.parse({ month: '2026-10' })

let bench: RollupBench
beforeEach(async () => {
	bench = new RollupBench(registry, FIRST)
	for (const message of readings) await bench.ingest.ingest({ ...message, receivedAt: AFTER })
	await bench.run(AFTER)
})

/** Makes one kept day say something else. */
function spoil(courtyard: string, day: string): void {
	const kept = bench.scores.kept.get(`${courtyard} ${day}`)
	if (kept) kept.day.profile = 'other@1'
}

test('what was scored is worked out anew to the same bytes', async () => {
	const before = bench.facts()
	expect(await rescore(bench.ports, october, clock)).toEqual({ computed: 6, differ: 0, examples: [] })
	expect(bench.facts()).toBe(before)
})

test('a day that differs is counted, named and put right', async () => {
	const before = bench.facts()
	spoil('yard-2', '2026-10-31')
	expect(await rescore(bench.ports, october, clock)).toMatchObject({
		computed: 6,
		differ: 1,
		examples: ['2026-10-31 yard-2'],
	})
	expect(bench.draftMarks.keys()).toEqual(['2026-10'])
	await bench.run(AFTER)
	expect(bench.facts()).toBe(before)
})

test('a dry run writes nothing', async () => {
	spoil('yard-2', '2026-10-31')
	const before = bench.facts()
	expect(await rescore(bench.ports, { ...october, dryRun: true }, clock)).toMatchObject({ differ: 1 })
	expect(bench.facts()).toBe(before)
})

test('of one courtyard, or one day, only that is looked at', async () => {
	spoil('yard-2', '2026-10-31')
	expect(await rescore(bench.ports, { ...october, courtyard: 'yard-1' }, clock)).toMatchObject({
		computed: 2,
		differ: 0,
	})
	const day = Rescore.parse({ day: '2026-10-31', courtyard: 'yard-2' })
	expect(await rescore(bench.ports, day, clock)).toMatchObject({ computed: 1, differ: 1 })
	expect(await rescore(bench.ports, Rescore.parse({ day: '2026-11-02' }), clock)).toMatchObject({ computed: 0 })
})

test('one that runs out of time says where to go on', async () => {
	let asked = october
	let computed = 0
	for (let call = 0; call < 10; call += 1) {
		let looks = 0
		const report = await rescore(bench.ports, asked, { ...clock, remaining: () => (looks++ < 1 ? 900_000 : 0) })
		computed += report.computed
		if (report.next === undefined) break
		asked = { ...asked, after: report.next }
	}
	expect(computed).toBe(6)
})

test.each([{ month: '2026-13' }, { day: '2026-10-32' }, { month: '2026-10', day: '2026-10-01' }, {}])(
	'is refused when it is not asked rightly: %j',
	(event) => {
		expect(Rescore.safeParse(event).success).toBe(false)
	},
)
