import { expect, test } from 'vitest'
import { decideAppeal, raiseAppeal } from '../../../functions/api/appeals/appeals.ts'
import { AppealView } from '../../../shared/contract/ranking/appeal.ts'
import { settleAppeals } from '../../../shared/work/settleAppeal.ts'
import { RollupBench } from '../../doubles/rollupBench.ts'
import { head, scoringDesk, staff } from '../../doubles/scoringDesk.ts'
import { AFTER, FIRST, readings, registry } from '../../doubles/threeDays.ts'

const DAY = '2026-10-30'
const HOUR = 3_600_000

/** Three days scored, and a desk for appeals about them. */
async function scored() {
	const bench = new RollupBench(registry, FIRST)
	for (const message of readings) {
		bench.ingest.now = message.receivedAt ?? FIRST
		await bench.ingest.ingest(message)
	}
	await bench.run(AFTER)
	const desk = {
		...scoringDesk(),
		registry: { ...bench.ports.registry, put: async () => {} },
		lateMarks: bench.ingest.late,
		draftMarks: bench.draftMarks,
		now: () => AFTER,
	}
	bench.ports.exclusions = desk.appeals
	bench.ports.settleAppeals = (now) => settleAppeals(desk, now)
	return { bench, desk }
}

async function accepted({ desk }: Awaited<ReturnType<typeof scored>>): Promise<void> {
	const iso = (hour: number) => new Date(FIRST + hour * HOUR).toISOString()
	const subject = { is: 'readings', device: 'toilet-1', from: iso(2), until: iso(5) } as const
	const answer = await raiseAppeal(desk, head, { subject, reason: '清洗' })
	if (!('body' in answer)) throw new Error(JSON.stringify(answer))
	const { id } = AppealView.parse(answer.body)
	await decideAppeal(desk, staff, id, { version: 1, verdict: 'accepted', reason: '核实' })
}

const excusedHours = async ({ bench }: Awaited<ReturnType<typeof scored>>) => {
	const [day] = await bench.scores.days('yard-1', DAY, DAY)
	const hours = day?.devices.find(({ device }) => device === 'toilet-1')?.hours ?? []
	return hours.flatMap((hour, i) => (hour.is === 'excused' && hour.why === 'appeal' ? [i] : []))
}

test('after an accepted appeal the day is scored again without the contested hours', async () => {
	const both = await scored()
	expect(await excusedHours(both)).toEqual([])
	await accepted(both)
	await both.bench.run(AFTER + HOUR)
	expect(await excusedHours(both)).toEqual([2, 3, 4])
	expect(both.bench.ingest.late.keys()).toEqual([])
})

test('an acceptance that a crash cut short is finished by the next rollup', async () => {
	const both = await scored()
	const { bench } = both
	const { add } = bench.ingest.late
	bench.ingest.late.add = async () => Promise.reject(new Error('crash'))
	await expect(accepted(both)).rejects.toThrow('crash')
	bench.ingest.late.add = add
	expect(await excusedHours(both)).toEqual([])
	await bench.run(AFTER + HOUR)
	expect(await excusedHours(both)).toEqual([2, 3, 4])
})

test('appeals that cannot be finished keep no day from being scored, and are told', async () => {
	const { bench } = await scored()
	bench.ports.settleAppeals = async () => Promise.reject(new Error('crash'))
	bench.ingest.now = AFTER
	await bench.ingest.ingest({ thing: 'toilet-1', payload: { at: FIRST + 3.25 * HOUR, ammonia: 3 } })
	expect(await bench.run(AFTER + HOUR)).toMatchObject({
		marksCleared: 1,
		failed: [{ what: 'appeals that were accepted' }],
	})
})
