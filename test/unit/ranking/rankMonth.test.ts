import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RankedRow } from '../../../shared/contract/ranking/ranking.ts'
import { defaultProfile as profile } from '../../../shared/domain/profile/defaultProfile.ts'
import type { Candidate } from '../../../shared/domain/ranking/candidate.ts'
import { entryText } from '../../../shared/domain/ranking/entry.ts'
import { rankMonth } from '../../../shared/domain/ranking/rankMonth.ts'
import { candidate } from '../../doubles/candidates.ts'

const rowsOf = (candidates: Candidate[], last?: Map<string, number | null>) =>
	new Map(rankMonth(profile, candidates, last).map(({ row }) => [row.courtyard, row]))

function ranked(candidates: Candidate[], id: string, last?: Map<string, number | null>): RankedRow {
	const row = rowsOf(candidates, last).get(id)
	if (row?.is !== 'ranked') throw new Error(`${id} is not ranked`)
	return row
}

const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)
const some = fc
	.array(
		fc.record({
			environment: score,
			inspection: fc.option(score, { nil: null }),
			response: fc.option(score, { nil: null }),
			about: fc.record({
				kind: fc.constantFrom('natural-village' as const, 'concentric' as const),
				households: fc.integer({ min: 1, max: 60 }),
			}),
			village: fc.constantFrom('village-1', 'village-2'),
		}),
		{ minLength: 1, maxLength: 12 },
	)
	.map((all) => all.map((said, i) => candidate(`yard-${String(i).padStart(2, '0')}`, said)))

test('60 % environment, 30 % inspection, 10 % response, two decimals, half up', () => {
	const row = ranked([candidate('a', { environment: 86.354, inspection: 92, response: 75 })], 'a')
	// 86.35 × 0.6 + 92 × 0.3 + 75 × 0.1 = 51.81 + 27.6 + 7.5
	expect(row.score).toBe(86.91)
	expect(row.parts.environment).toEqual({ score: 86.35, share: 0.6 })
})

test('a part that is absent gives its share to the others, and the row says what is missing', () => {
	const row = ranked([candidate('a', { environment: 80, inspection: 92 })], 'a')
	// 80 × 60/90 + 92 × 30/90
	expect(row.score).toBe(84)
	expect(row.parts.response).toEqual({
		score: null,
		share: 0,
		why: { zh: '环境告警任务 0 个，不足 3 个', en: '0 environment tasks, fewer than 3' },
	})
})

test('the shares of the parts that are there sum to 1', () => {
	fc.assert(
		fc.property(some, (candidates) => {
			for (const row of rowsOf(candidates).values()) {
				if (row.is !== 'ranked') continue
				const shares = Object.values(row.parts).map(({ share }) => share)
				expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
			}
		}),
	)
})

test('equal scores share a place: 1, 2, 2, 4', () => {
	const all = [
		candidate('a', { environment: 90 }),
		candidate('b', { environment: 85.001 }),
		candidate('c', { environment: 84.996 }),
		candidate('d', { environment: 80 }),
	]
	const places = ['a', 'b', 'c', 'd'].map((id) => ranked(all, id).places.township)
	expect(places.map(({ rank }) => rank)).toEqual([1, 2, 2, 4])
	expect(places[0]).toEqual({ rank: 1, of: 4 })
})

test('a place is a function of the scores: one more than the number of better ones in the group', () => {
	fc.assert(
		fc.property(some, (candidates) => {
			const rows = [...rowsOf(candidates).values()].flatMap((row) => (row.is === 'ranked' ? row : []))
			for (const row of rows) {
				const better = (same: (other: RankedRow) => boolean) =>
					rows.filter((other) => same(other) && other.score > row.score).length + 1
				expect(row.places.township.rank).toBe(better(() => true))
				expect(row.places.village.rank).toBe(better(({ village }) => village === row.village))
				expect(row.places.kind.rank).toBe(better(({ kind }) => kind === row.kind))
				expect(row.places.peers.rank).toBe(better(({ peers }) => peers.en === row.peers.en))
			}
		}),
	)
})

test('the order in which courtyards come does not matter, to the last byte', () => {
	fc.assert(
		fc.property(some, fc.infiniteStream(fc.nat()), (candidates, keys) => {
			const shuffled = candidates
				.map((one) => ({ one, key: keys.next().value ?? 0 }))
				.sort((a, b) => a.key - b.key)
				.map(({ one }) => one)
			expect(rankMonth(profile, shuffled, undefined).map(entryText)).toEqual(
				rankMonth(profile, candidates, undefined).map(entryText),
			)
		}),
	)
})

test('each township is ranked by itself', () => {
	const all = [
		candidate('a', { environment: 70, township: 'east', village: 'v1' }),
		candidate('b', { environment: 90 }),
	]
	expect(ranked(all, 'a').places.township).toEqual({ rank: 1, of: 1 })
})

test('peers are of the same kind and size, and a courtyard has a place among them beside the overall one', () => {
	const all = [
		candidate('small', { environment: 80, about: { households: 20 } }),
		candidate('middle', { environment: 90, about: { households: 21 } }),
		candidate('other', { environment: 95, about: { households: 10, kind: 'settlement' } }),
	]
	const row = ranked(all, 'small')
	expect(row.places.township.rank).toBe(3)
	expect(row.places.peers).toEqual({ rank: 1, of: 1 })
	expect(row.peers.zh).toBe('自然村院落，20 户及以下')
	expect(ranked(all, 'middle').peers.en).toBe('natural-village courtyards, 21 to 40 households')
})

test.each([
	['too few valid days', { validDays: 26 }, ['valid-days'], '有效天数 26 天，至少要 27 天'],
	['one sensor only', { devices: 1 }, ['sensors'], '监测设备 1 个，至少要 2 个'],
	['no sensors', { devices: 0 }, ['devices'], '没有监测设备'],
	['no score', { environment: null }, ['score'], '全月没有可用读数'],
] as const)('a courtyard with %s stands apart and says so', (_what, said, lacks, zh) => {
	const all = [candidate('a', said), candidate('b', { environment: 50 })]
	const row = rowsOf(all).get('a')
	expect(row).toMatchObject({ is: 'unranked' })
	if (row?.is === 'unranked') {
		expect(row.lacks.map(({ is }) => is)).toEqual(lacks)
		expect(row.lacks[0]?.text.zh).toBe(zh)
	}
	expect(ranked(all, 'b').places.township).toEqual({ rank: 1, of: 1 })
})

test('a courtyard without any day of the month stands apart', () => {
	const { period: _, ...without } = candidate('a')
	expect(rowsOf([without]).get('a')).toMatchObject({ is: 'unranked', score: null, lacks: [{ is: 'devices' }] })
})

test('the change against last month is a number and a word', () => {
	const all = ['a', 'b', 'c', 'd', 'e'].map((id, i) => candidate(id, { environment: 90 - i }))
	const last = new Map([
		['a', 3],
		['b', 1],
		['c', 3],
		['d', null],
	])
	expect(['a', 'b', 'c', 'd', 'e'].map((id) => ranked(all, id, last).change)).toEqual([
		{ is: 'moved', places: 2, text: { zh: '▲上升 2 位', en: '▲ up 2' } },
		{ is: 'moved', places: -1, text: { zh: '▼下降 1 位', en: '▼ down 1' } },
		{ is: 'moved', places: 0, text: { zh: '持平', en: 'unchanged' } },
		{ is: 'not-ranked-before', text: { zh: '上月未参加排名', en: 'not ranked last month' } },
		{ is: 'new', text: { zh: '新参评', en: 'new' } },
	])
	expect(ranked(all, 'a').change.is).toBe('no-ranking-before')
})

test('the losses of a row add up to what is missing to 100, and the sum can be done again by hand', () => {
	const [entry] = rankMonth(profile, [candidate('a', { environment: 86.35, inspection: 100 })], undefined)
	const lost = entry?.why.environment.losses.reduce((sum, { points }) => sum + points, 0)
	expect(entry?.row.is === 'ranked' && 100 - entry.row.score).toBeCloseTo(lost ?? 0, 9)
	expect(entry?.why.sum?.zh).toBe('环境 86.35 × 66.6667% + 检查 100.00 × 33.3333% = 90.90')
})

test('a row tells the one repair that would have gained most, and the place it would have meant', () => {
	const all = [candidate('a', { environment: 90 }), candidate('b', { environment: 80 })]
	const entry = rankMonth(profile, all, undefined).find(({ row }) => row.courtyard === 'b')
	expect(entry?.why.repair).toMatchObject({ device: 'b-0', gain: 20, rank: 1 })
	expect(entry?.why.repair?.text.zh).toContain('2号公厕')
})
