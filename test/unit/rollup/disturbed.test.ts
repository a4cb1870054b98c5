import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sent } from '../../doubles/ingestBench.ts'
import { RollupBench } from '../../doubles/rollupBench.ts'
import { AFTER, FIRST, readings, registry } from '../../doubles/threeDays.ts'

const HOUR = 3_600_000
/** Readings that come when their days are scored: two of one day, one that holds over midnight, one of the other village. */
const late: Sent[] = [
	{ thing: 'toilet-1', payload: { at: FIRST + 3.25 * HOUR, ammonia: 3 } },
	{ thing: 'bin-1', payload: { at: FIRST + 5.25 * HOUR, fill: 99 } },
	{ thing: 'toilet-2', payload: { at: FIRST + 23.95 * HOUR, ammonia: 4 } },
	{ thing: 'toilet-3', payload: { at: FIRST + 50.2 * HOUR, ammonia: 2 } },
]

async function scored(beforeCall?: (name: string) => Promise<void>): Promise<RollupBench> {
	const bench = new RollupBench(registry, FIRST, beforeCall)
	for (const message of readings) {
		bench.ingest.now = message.receivedAt ?? FIRST
		await bench.ingest.ingest(message)
	}
	await bench.run(AFTER)
	bench.ingest.now = AFTER
	return bench
}

/** Everything came in time. */
async function undisturbed(...more: Sent[]): Promise<string> {
	const bench = new RollupBench(registry, FIRST)
	for (const message of [...readings, ...more]) {
		bench.ingest.now = FIRST
		await bench.ingest.ingest({ ...message, receivedAt: AFTER })
	}
	await bench.run(AFTER)
	return bench.facts()
}

const expected = await undisturbed(...late)

/** The tables of before, and what happens once, at the next call of this name, before it is done. */
async function scoredWith(call: string, meanwhile: (bench: RollupBench) => Promise<unknown>): Promise<RollupBench> {
	let isArmed = false
	const bench = await scored(async (name) => {
		if (!isArmed || name !== call) return
		isArmed = false
		await meanwhile(bench)
	})
	isArmed = true
	return bench
}

test('late readings leave the tables that they would have left in time', async () => {
	const bench = await scored()
	expect(bench.facts()).not.toBe(expected)
	for (const message of late) await bench.ingest.ingest(message)
	await bench.run(AFTER)
	expect(bench.facts()).toBe(expected)
})

test('a run that dies at any single call leaves the undisturbed tables after the next', async () => {
	let victim = -1
	let call = 0
	const strike = async (): Promise<void> => {
		if (victim >= 0 && call++ >= victim) throw new Error('dead')
	}
	for (let next = 0; ; next += 1) {
		victim = -1
		const bench = await scored(strike)
		for (const message of late) await bench.ingest.ingest(message)
		call = 0
		victim = next
		await bench.run(AFTER).catch(() => {})
		const wasKilled = call > victim
		victim = -1
		await bench.run(AFTER)
		expect(bench.facts(), `killed at call ${next}`).toBe(expected)
		if (!wasKilled) break
		expect(next).toBeLessThan(200)
	}
})

test('two runs at once, while late readings come in, leave the undisturbed tables after one more', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.scheduler(),
			fc.shuffledSubarray(late, { minLength: late.length }),
			async (scheduler, order) => {
				let isTogether = false
				const bench = await scored((name) =>
					isTogether ? scheduler.schedule(Promise.resolve(), name) : Promise.resolve(),
				)
				isTogether = true
				const sender = async (): Promise<void> => {
					for (const message of order) await bench.ingest.ingest(message)
				}
				await scheduler.waitFor(Promise.all([bench.run(AFTER), sender(), bench.run(AFTER), bench.run(AFTER)]))
				isTogether = false
				await bench.run(AFTER)
				expect(bench.facts()).toBe(expected)
			},
		),
		{ numRuns: 30 },
	)
})

test('a run that is overtaken between reading and writing leaves what the other put, who knew more', async () => {
	const bench = await scoredWith('put', async () => {
		for (const message of late) await bench.ingest.ingest(message)
		await bench.run(AFTER)
	})
	await bench.ingest.late.add('toilet-1', '2026-10-30')
	expect(await bench.run(AFTER)).toMatchObject({ left: 1 })
	expect(bench.facts()).toBe(expected)
})

test('a reading that comes when its day was just read keeps its mark for the next run', async () => {
	const [first] = late
	const second: Sent = { thing: 'toilet-1', payload: { at: FIRST + 7.25 * HOUR, ammonia: 5 } }
	const bench = await scoredWith('late.clear', () => bench.ingest.ingest(second))
	if (first) await bench.ingest.ingest(first)
	await bench.run(AFTER)
	await bench.run(AFTER)
	expect(bench.facts()).toBe(await undisturbed(...(first ? [first] : []), second))
})
