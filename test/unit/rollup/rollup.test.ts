import { expect, test } from 'vitest'
import { monthScore } from '../../../shared/domain/score/periodScore.ts'
import { RollupBench } from '../../doubles/rollupBench.ts'
import { AFTER, devices, FIRST, readings, registry } from '../../doubles/threeDays.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

/** All readings in time, nothing scored yet. */
async function told(known = registry): Promise<RollupBench> {
	const bench = new RollupBench(known, FIRST)
	for (const message of readings) {
		bench.ingest.now = message.receivedAt ?? FIRST
		await bench.ingest.ingest(message)
	}
	return bench
}

const keptDays = ({ scores }: RollupBench): string[] => [...scores.kept.keys()].sort()

test('a day is scored from twenty minutes past midnight on, once', async () => {
	const bench = await told()
	await bench.run(FIRST + 24 * HOUR + 19 * MINUTE)
	expect(keptDays(bench)).toEqual([])
	expect(await bench.run(FIRST + 24 * HOUR + 20 * MINUTE)).toMatchObject({ villageDays: 2, courtyardDays: 3 })
	expect(keptDays(bench)).toEqual(['yard-1 2026-10-30', 'yard-2 2026-10-30', 'yard-3 2026-10-30'])
	expect(await bench.run(FIRST + 24 * HOUR + 35 * MINUTE)).toMatchObject({ villageDays: 0, courtyardDays: 0 })
})

test('days that were missed while nothing ran are scored, back to where devices began to count', async () => {
	const bench = await told()
	await bench.run(AFTER)
	expect(keptDays(bench)).toHaveLength(9)
	const days = await bench.scores.days('yard-1', '2026-10-30', '2026-11-01')
	expect(days.map(({ day }) => day)).toEqual(['2026-10-30', '2026-10-31', '2026-11-01'])
	const { score } = monthScore([registry.profile], days, '2026-10')
	expect(score).toBeGreaterThan(60)
	expect(score).toBeLessThan(100)
})

test('a late reading scores its own day again, in its village alone, and its mark goes', async () => {
	const bench = await told()
	await bench.run(AFTER)
	const before = new Map([...bench.scores.kept].map(([key, { day }]) => [key, JSON.stringify(day)]))
	bench.ingest.now = AFTER
	await bench.ingest.ingest({ thing: 'toilet-1', payload: { at: FIRST + 3.25 * HOUR, ammonia: 3 } })
	expect(bench.ingest.late.keys()).toEqual(['2026-10-30#toilet-1'])
	const report = await bench.run(AFTER + 15 * MINUTE)
	// Its own day, and a look whether anything came over into the next.
	expect(report).toMatchObject({ villageDays: 2, courtyardDays: 2, marksCleared: 1, failed: [] })
	const changed = [...bench.scores.kept].filter(([key, { day }]) => before.get(key) !== JSON.stringify(day))
	expect(changed.map(([key]) => key)).toEqual(['yard-1 2026-10-30'])
	expect(bench.ingest.late.keys()).toEqual([])
})

test('a late reading that still holds at midnight scores the next day again as well', async () => {
	const bench = await told()
	// The first reading of the next day comes at 00:00, so leave it out.
	const bare = new RollupBench(registry, FIRST)
	for (const message of readings) {
		const payload = (message.payload as { at: number }[]).filter(
			({ at }) => at < FIRST + 24 * HOUR || at > FIRST + 25 * HOUR,
		)
		bare.ingest.now = message.receivedAt ?? FIRST
		await bare.ingest.ingest({ ...message, payload })
	}
	await bare.run(AFTER)
	const [was] = await bare.scores.days('yard-1', '2026-10-31', '2026-10-31')
	bare.ingest.now = AFTER
	await bare.ingest.ingest({ thing: 'toilet-1', payload: { at: FIRST + 23.9 * HOUR, ammonia: 3 } })
	await bare.run(AFTER + 15 * MINUTE)
	const [is] = await bare.scores.days('yard-1', '2026-10-31', '2026-10-31')
	expect(is?.devices).not.toEqual(was?.devices)
	expect(bench.scores.kept.size).toBe(0)
})

test('a run that has no time left stops between two village-days, and the next ones go on until nothing is left', async () => {
	const bench = await told()
	const whole = await told()
	await whole.run(AFTER)
	for (let run = 0; run < 6; run += 1) {
		let looks = 0
		const report = await bench.run(AFTER, () => (looks++ < 1 ? 900_000 : 59_999))
		expect(report).toMatchObject({ villageDays: 1, left: 5 - run })
	}
	expect(await bench.run(AFTER)).toMatchObject({ villageDays: 0, left: 0 })
	expect(bench.facts()).toBe(whole.facts())
})

test('one village whose day cannot be scored does not keep the others from theirs, and stays due', async () => {
	const bench = await told()
	const { telemetry } = bench.ports
	bench.ports.telemetry = {
		previous: (device, hour) => telemetry.previous(device, hour),
		between: async (device, from, to) => {
			if (device === 'toilet-3') throw new Error('no reply')
			return telemetry.between(device, from, to)
		},
	}
	const report = await bench.run(AFTER)
	expect(report.failed.map(({ what }) => what)).toEqual([
		'2026-10-30 village-2',
		'2026-10-31 village-2',
		'2026-11-01 village-2',
	])
	expect(keptDays(bench)).toHaveLength(6)
	bench.ports.telemetry = telemetry
	expect(await bench.run(AFTER)).toMatchObject({ villageDays: 3, failed: [] })
})

test('a draft is worked out for a month that is over when its days have changed, and only then', async () => {
	const bench = await told()
	await bench.run(FIRST + 25 * HOUR)
	expect(bench.drafted).toEqual([])
	await bench.run(AFTER)
	expect(bench.drafted).toEqual(['2026-10'])
	await bench.run(AFTER)
	expect(bench.drafted).toEqual(['2026-10'])
	bench.ingest.now = AFTER
	await bench.ingest.ingest({ thing: 'toilet-1', payload: { at: FIRST + 3.25 * HOUR, ammonia: 3 } })
	await bench.run(AFTER)
	expect(bench.drafted).toEqual(['2026-10', '2026-10'])
})

test('while nobody drafts rankings, the months that should be stay marked', async () => {
	const bench = await told()
	const { drafts: _, ...ports } = bench.ports
	Object.assign(bench, { ports })
	await bench.run(AFTER)
	expect(bench.draftMarks.keys()).toEqual(['2026-10'])
})

test('a device counts where it was on the day, and from the day it joined', async () => {
	const moved = devices.map((device) => {
		if (device.id === 'toilet-2') {
			return { ...device, courtyard: 'yard-3', moves: [{ courtyard: 'yard-2', until: '2026-10-31' }] }
		}
		return device.id === 'bin-1' ? { ...device, joined: '2026-10-31' } : device
	})
	const bench = await told({ ...registry, devices: new Map(moved.map((device) => [device.id, device])) })
	await bench.run(AFTER)
	const where = async (yard: string) =>
		(await bench.scores.days(yard, '2026-10-30', '2026-11-01')).map(({ day, devices: own }) => [
			day.slice(5),
			...own.map(({ device }) => device),
		])
	expect(await where('yard-1')).toEqual([
		['10-30', 'toilet-1'],
		['10-31', 'bin-1', 'toilet-1'],
		['11-01', 'bin-1', 'toilet-1'],
	])
	expect(await where('yard-2')).toEqual([['10-30', 'toilet-2']])
	expect((await where('yard-3')).at(-1)).toEqual(['11-01', 'toilet-2', 'toilet-3'])
})

test('a mark of a device that nobody knows goes', async () => {
	const bench = await told()
	await bench.ingest.late.add('gone', '2026-10-30')
	await bench.run(AFTER)
	expect(bench.ingest.late.keys()).toEqual([])
})
