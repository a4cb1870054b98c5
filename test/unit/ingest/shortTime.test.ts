import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { QueueRecord } from '../../../functions/ingest/openMessage.ts'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const START = Date.parse('2026-11-23T06:10:00Z')
const toilets = Array.from({ length: 40 }, (_, i) => ({ ...toilet, id: `toilet-${i}` }))
const registry = registryOf(...toilets)

/** Two readings of each toilet, some of them too high. */
const records: QueueRecord[] = toilets.flatMap(({ id }, i) =>
	[5, 10].map((minute) => ({
		messageId: `${id}-${minute}`,
		body: JSON.stringify({
			payload: Buffer.from(
				JSON.stringify({ at: START - minute * 60_000, ammonia: i % 3 === 0 ? 5 + minute / 100 : 0.2 + minute / 100 }),
			).toString('base64'),
			topic: `dt/sanitation/${id}/json`,
			receivedAt: START,
		}),
	})),
)

test('what the time of an invocation is too short for is left, and nothing of a device that is left is touched', async () => {
	const system = new IngestBench(registry, START)
	let looks = 0
	const report = await system.batch(records, () => (++looks > 25 ? 4999 : 5000))
	expect(report.failed).toEqual([])
	expect(report.left).toHaveLength(2 * 15)
	const stored = [...system.telemetry.items.values()].map(({ device }) => device)
	expect(new Set(stored).size).toBe(25)
	expect(report.left.filter((id) => stored.some((device) => id.startsWith(`${device}-`)))).toEqual([])
})

test('invocations that are all too short come to the same as one that is not', async () => {
	const whole = new IngestBench(registry, START)
	await whole.batch(records)
	await fc.assert(
		fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), async (jobs) => {
			const system = new IngestBench(registry, START)
			let waiting = records
			for (let run = 0; waiting.length > 0; run += 1) {
				const most = jobs[run % jobs.length] ?? 1
				let begun = 0
				const { left, failed } = await system.batch(waiting, () => (++begun > most ? 0 : 30_000))
				expect(failed).toEqual([])
				waiting = waiting.filter(({ messageId }) => left.includes(messageId))
			}
			expect(system.facts()).toBe(whole.facts())
		}),
		{ numRuns: 20 },
	)
})
