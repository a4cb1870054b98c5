import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../../../functions/adapters/lambda/sha256.ts'
import type { MonthHead } from '../../../shared/contract/ranking/ranking.ts'
import { draftRanking } from '../../../shared/work/draftRanking.ts'
import { rankingRows } from '../../../shared/work/rankingRows.ts'
import { NOW, rankingBench } from '../../doubles/rankingBench.ts'
import { scoredMonth } from '../../doubles/scoredMonth.ts'

const MONTH = '2026-11'
type Bench = ReturnType<typeof rankingBench>

const publish = async ({ rankings }: Bench, head: MonthHead, at = NOW): Promise<MonthHead> => {
	const revision = { revision: head.revisions.length + 1, generation: head.draft, at, by: { id: 's', name: '王芳' } }
	const next = { ...head, version: head.version + 1, revisions: [...head.revisions, revision] }
	expect(await rankings.putHead(next, head.version)).toBe('stored')
	return next
}
const places = async (bench: Bench, head: MonthHead) =>
	(await rankingRows(bench.rankings, MONTH, head.draft)).map((row) => [
		row.courtyard,
		row.is === 'ranked' ? row.places.township.rank : null,
		row.score,
	])

test('a draft ranks what the days show, in the order of places', async () => {
	const bench = rankingBench({ a: 30, b: 10, c: 10 })
	bench.days.delete('c')
	const head = await draftRanking(bench.ports, MONTH)
	expect(await places(bench, head)).toEqual([
		['b', 1, 90],
		['a', 2, 70],
		['c', null, null],
	])
	expect(head).toMatchObject({
		version: 1,
		revisions: [],
		draft: { profile: 'sichuan-rural@2026.1', generatedAt: NOW },
	})
	expect(head.draft.counts).toEqual({ ranked: 2, unranked: 1, red: 1, black: 1, corrections: 0 })
})

test('drawn up again from the same, it is the same draft: its version does not rise', async () => {
	const bench = rankingBench({ a: 30, b: 10 })
	const first = await draftRanking(bench.ports, MONTH)
	bench.clock.now += 86_400_000
	expect(await draftRanking(bench.ports, MONTH)).toEqual(first)
})

test('late data makes another draft, with a version that says so', async () => {
	const bench = rankingBench({ a: 30, b: 10 })
	const first = await draftRanking(bench.ports, MONTH)
	bench.days.set('b', scoredMonth('b', MONTH, 40))
	const second = await draftRanking(bench.ports, MONTH)
	expect(second.version).toBe(2)
	expect(second.draft.id).not.toBe(first.draft.id)
	expect(await places(bench, second)).toEqual([
		['a', 1, 70],
		['b', 2, 60],
	])
})

test('what was published stays byte for byte what it was, whatever comes late, and its hash proves it', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 100 })), { maxLength: 3 }),
			async (late) => {
				const bench = rankingBench({ a: 30, b: 10, c: 50 })
				const head = await publish(bench, await draftRanking(bench.ports, MONTH))
				const key = { month: MONTH, generation: head.draft.id }
				const before = await bench.rankings.texts(key)
				for (const [id, points] of late) {
					bench.days.set(id, scoredMonth(id, MONTH, points))
					await draftRanking(bench.ports, MONTH)
				}
				const after = await bench.rankings.texts(key)
				expect(after).toEqual(before)
				const now = await bench.rankings.head(MONTH)
				expect(now?.revisions).toEqual(head.revisions)
				expect(sha256(after.join('\n'))).toBe(now?.revisions[0]?.generation.hash)
			},
		),
		{ numRuns: 10 },
	)
})

test('late data after publication goes to the correction list: what was published, what it would be, since when, why', async () => {
	const bench = rankingBench({ a: 30, b: 10, c: 20 })
	await publish(bench, await draftRanking(bench.ports, MONTH))
	bench.days.set('b', scoredMonth('b', MONTH, 25))
	bench.clock.now = NOW + 1000
	const head = await draftRanking(bench.ports, MONTH)
	expect(await bench.rankings.corrections({ month: MONTH, generation: head.draft.id })).toMatchObject([
		{
			courtyard: 'b',
			revision: 1,
			published: { score: 90, rank: 1, list: 'red' },
			wouldBe: { score: 75, rank: 2, list: 'red' },
			causes: ['late-data'],
			since: NOW + 1000,
			text: { zh: '90.00 分，第 1 名 → 75.00 分，第 2 名', en: '90.00, place 1 → 75.00, place 2' },
		},
		{ courtyard: 'c', causes: ['others'], published: { rank: 2 }, wouldBe: { rank: 1 } },
	])
	expect(head.draft.counts.corrections).toBe(2)
})

test('a correction keeps the instant at which it was first seen, and an accepted appeal is named as the cause', async () => {
	const bench = rankingBench({ a: 30, b: 10 })
	await publish(bench, await draftRanking(bench.ports, MONTH))
	bench.days.set('a', scoredMonth('a', MONTH, 29))
	bench.appealed.add('a')
	await draftRanking(bench.ports, MONTH)
	bench.days.set('a', scoredMonth('a', MONTH, 28))
	bench.clock.now = NOW + 5000
	const head = await draftRanking(bench.ports, MONTH)
	expect(await bench.rankings.corrections({ month: MONTH, generation: head.draft.id })).toMatchObject([
		{ courtyard: 'a', since: NOW, causes: ['appeal'], wouldBe: { score: 72 } },
	])
})

test('data that comes late and turns out as before leaves nothing to correct', async () => {
	const bench = rankingBench({ a: 30, b: 10 })
	await publish(bench, await draftRanking(bench.ports, MONTH))
	for (const points of [20, 30]) {
		bench.days.set('a', scoredMonth('a', MONTH, points))
		await draftRanking(bench.ports, MONTH)
	}
	const head = await bench.rankings.head(MONTH)
	expect(head?.draft.counts.corrections).toBe(0)
	expect(head?.draft.hash).toBe(head?.revisions[0]?.generation.hash)
})

test('killed at any step and run again, or run by two at once, it leaves the same', async () => {
	const expected = await draftRanking(rankingBench({ a: 30, b: 10 }).ports, MONTH)
	for (const victim of [1, 2]) {
		let call = 0
		const bench = rankingBench({ a: 30, b: 10 }, async () => {
			call += 1
			if (call === victim) throw new Error('killed')
		})
		await expect(draftRanking(bench.ports, MONTH)).rejects.toThrow('killed')
		expect(await bench.rankings.head(MONTH)).toBeUndefined()
		expect(await draftRanking(bench.ports, MONTH)).toEqual(expected)
	}
	const bench = rankingBench({ a: 30, b: 10 })
	const both = await Promise.all([draftRanking(bench.ports, MONTH), draftRanking(bench.ports, MONTH)])
	expect(both).toEqual([expected, expected])
})

test('a change is against the last published revision of the month before', async () => {
	const bench = rankingBench({ a: 30, b: 10 })
	for (const [id, points] of [
		['a', 5],
		['b', 10],
	] as const) {
		bench.days.set(id, [...scoredMonth(id, '2026-10', points), ...(bench.days.get(id) ?? [])])
	}
	const october = await draftRanking(bench.ports, '2026-10')
	await publish(bench, october)
	const head = await draftRanking(bench.ports, MONTH)
	const rows = await rankingRows(bench.rankings, MONTH, head.draft)
	expect(rows.map((row) => row.is === 'ranked' && row.change)).toMatchObject([{ places: 1 }, { places: -1 }])
})
