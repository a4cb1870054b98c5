import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IngestBench, type Sent } from '../../doubles/ingestBench.ts'
import { bin, registryOf, toilet } from '../../doubles/township.ts'

/** An hour before midnight in Asia/Shanghai: some of it is of a day that is over when it comes. */
const START = Date.parse('2026-11-23T15:00:00Z')
const SPAN = 115 * 60_000
const registry = registryOf(toilet, bin)

/**
 * Readings about five minutes apart, good and bad values mixed, with gaps, over less than two hours: what arrives later
 * than that after it ended is history by rule and makes no task, so the time of arrival would matter.
 */
const stream = fc
	.array(
		fc.record({
			gap: fc.constantFrom(280, 300, 300, 300, 310, 400, 1000, 4000),
			ammonia: fc.constantFrom(0.1, 0.5, 0.95, 1.5, 2, 2),
			fill: fc.constantFrom(50, 89, 95, 95),
		}),
		{ minLength: 1, maxLength: 24 },
	)
	.map((steps) => {
		let at = START
		return steps.flatMap(({ gap, ammonia, fill }): Sent[] => {
			at += gap * 1000
			if (at - START > SPAN) return []
			return [
				{ thing: 'toilet-1', payload: { at, ammonia }, receivedAt: at },
				{ thing: 'bin-1', payload: { at, fill }, receivedAt: at },
			]
		})
	})

/** A small generator of numbers, so that a failing case prints one seed instead of all of them. */
function numbers(seed: number): () => number {
	let state = seed
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
		return state >>> 8
	}
}

function shuffle<T>(items: readonly T[], next: () => number): T[] {
	return items
		.map((item) => ({ item, rank: next() }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ item }) => item)
}

/** In the order of time, one by one, as they were measured. */
async function undisturbed(sent: readonly Sent[], now: number): Promise<string> {
	const bench = new IngestBench(registry, now)
	for (const message of sent) await bench.ingest(message)
	return bench.facts()
}

const endOf = (sent: readonly Sent[]): number => Math.max(...sent.map(({ receivedAt }) => receivedAt ?? 0)) + 1000

test('any order, duplication and batch split of a stream gives the same tables', async () => {
	await fc.assert(
		fc.asyncProperty(
			stream,
			fc.nat().map(numbers),
			fc.array(fc.nat({ max: 47 }), { maxLength: 12 }),
			async (sent, noise, again) => {
				const now = endOf(sent)
				const shuffled = shuffle([...sent, ...again.flatMap((i) => sent[i % sent.length] ?? [])], noise)
				const bench = new IngestBench(registry, now)
				while (shuffled.length > 0) {
					const report = await bench.ingest(...shuffled.splice(0, 1 + (noise() % 6)))
					expect(report.failed).toEqual([])
				}
				expect(bench.facts()).toBe(await undisturbed(sent, now))
			},
		),
		{ numRuns: 300 },
	)
})

test('several Lambdas at once on one device leave the same tables as one', async () => {
	await fc.assert(
		fc.asyncProperty(stream, fc.scheduler(), fc.nat().map(numbers), async (sent, scheduler, noise) => {
			const now = endOf(sent)
			const bench = new IngestBench(registry, now, (name) => scheduler.schedule(Promise.resolve(), name))
			const rest = shuffle(sent, noise)
			const lambdas: Promise<void>[] = []
			while (rest.length > 0) {
				const batch = rest.splice(0, 1 + (noise() % 5))
				lambdas.push(
					(async () => {
						let left = batch
						while (left.length > 0) {
							const { failed } = await bench.ingest(...left.map((message, i) => ({ ...message, id: String(i) })))
							left = failed.map(({ messageId }) => left[Number(messageId)]).filter((message) => message !== undefined)
						}
					})(),
				)
			}
			await scheduler.waitFor(Promise.all(lambdas))
			expect(bench.facts()).toBe(await undisturbed(sent, now))
		}),
		{ numRuns: 200 },
	)
})

test('a Lambda that dies at any call, and the retry of its messages, leave the same tables', async () => {
	await fc.assert(
		fc.asyncProperty(stream, fc.nat().map(numbers), fc.integer({ min: 3, max: 40 }), async (sent, noise, every) => {
			const now = endOf(sent)
			const bench = new IngestBench(registry, now, async () => {
				if (noise() % every === 0) throw new Error('killed')
			})
			const rest = shuffle(sent, noise)
			while (rest.length > 0) {
				const batch = rest.splice(0, 5)
				const { failed } = await bench.ingest(...batch.map((message, i) => ({ ...message, id: String(i) })))
				rest.push(...failed.flatMap(({ messageId }) => batch[Number(messageId)] ?? []))
			}
			expect(bench.facts()).toBe(await undisturbed(sent, now))
		}),
		{ numRuns: 200 },
	)
})
