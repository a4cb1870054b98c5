import { randomUUID } from 'node:crypto'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../../functions/adapters/lambda/sha256.ts'
import { DynamoDoubtReviews } from '../../../functions/adapters/tables/dynamoDoubtReviews.ts'
import { DynamoPlans } from '../../../functions/adapters/tables/dynamoPlans.ts'
import { DynamoRankings } from '../../../functions/adapters/tables/dynamoRankings.ts'
import { qualityOf as qualityPartition } from '../../../functions/adapters/tables/rankingItems.ts'
import type { MonthHead } from '../../../shared/contract/ranking/ranking.ts'
import type { Plan } from '../../../shared/contract/ranking/rectification.ts'
import type { DoubtReview, DoubtState } from '../../../shared/contract/score/dataQuality.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { entryText } from '../../../shared/domain/ranking/entry.ts'
import { describeGeneration } from '../../../shared/domain/ranking/generation.ts'
import { qualityOf } from '../../../shared/domain/ranking/quality.ts'
import { rankMonth } from '../../../shared/domain/ranking/rankMonth.ts'
import type { DoubtReviews } from '../../../shared/ports/doubtReviews.ts'
import type { Plans } from '../../../shared/ports/plans.ts'
import type { GenerationContent, Rankings } from '../../../shared/ports/rankings.ts'
import { candidate } from '../../doubles/candidates.ts'
import { MemoryDoubtReviews } from '../../doubles/memoryDoubtReviews.ts'
import { MemoryPlans } from '../../doubles/memoryPlans.ts'
import { MemoryRankings } from '../../doubles/memoryRankings.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
let table: string
beforeAll(async () => {
	local = await localTables()
	table = local.name('scores')
})
afterAll(() => local.close())

const MONTH = '2026-11'
const candidates = [
	candidate('a', { environment: 60 }),
	candidate('b', { environment: 90, village: 'village-2', about: { kind: 'settlement' } }),
	candidate('c', { environment: 80 }),
	candidate('d', { validDays: 3 }),
]
const content: GenerationContent = {
	entries: rankMonth(defaultProfile, candidates, undefined).map((entry) => ({ entry, text: entryText(entry) })),
	corrections: [
		{
			courtyard: 'c',
			name: { zh: 'c', en: 'c' },
			revision: 1,
			published: { score: 79, rank: 2, list: null },
			wouldBe: { score: 80, rank: 2, list: 'red' },
			causes: ['late-data'],
			since: 5,
			text: { zh: '…', en: '…' },
		},
	],
	quality: candidates.map((one) => ({ village: one.village.id, courtyard: one.courtyard.id, devices: qualityOf(one) })),
}
const township = { is: 'township', township: 'town' } as const

test('doubts of a computation that was written before they were kept by themselves are found where it has them', async () => {
	const rankings = new DynamoRankings(local.client, table)
	const key = { month: MONTH, generation: randomUUID() }
	const days = ['2026-11-03']
	const doubt: DoubtState = { device: 'c-0', doubt: 'moved', days, openDays: days, isConfirmed: false }
	const [device] = content.quality[0]?.devices ?? []
	await local.client.send(
		new PutItemCommand({
			TableName: table,
			Item: {
				courtyard: { S: qualityPartition(key) },
				period: { S: 'village-1#c' },
				body: { S: JSON.stringify([{ ...device, doubts: [doubt] }]) },
			},
		}),
	)
	expect(await rankings.doubts(key)).toEqual([doubt])
})

describe.each<[string, () => Rankings]>([
	['in memory', () => new MemoryRankings()],
	['in DynamoDB', () => new DynamoRankings(local.client, table)],
])('rankings %s', (_name, make) => {
	test('are read scope by scope and page by page, in the order of places, those without one last', async () => {
		const rankings = make()
		const key = { month: MONTH, generation: randomUUID() }
		await rankings.write(key, content)
		const idsOf = async (scope: Parameters<Rankings['rows']>[1], limit = 10, after?: string) =>
			(await rankings.rows(key, scope, limit, after)).rows.map(({ courtyard }) => courtyard)
		expect(await idsOf(township)).toEqual(['b', 'c', 'a', 'd'])
		expect(await idsOf({ is: 'village', village: 'village-1' })).toEqual(['c', 'a', 'd'])
		expect(await idsOf({ is: 'kind', township: 'town', kind: 'settlement' })).toEqual(['b'])
		expect(await idsOf({ is: 'lists', township: 'town' })).toEqual(['b', 'c', 'a'])
		const first = await rankings.rows(key, township, 3)
		expect(first.rows).toEqual(
			['b', 'c', 'a'].map((id) => content.entries.find(({ entry }) => entry.row.courtyard === id)?.entry.row),
		)
		expect(await idsOf(township, 3, first.next)).toEqual(['d'])
		expect((await rankings.rows(key, township, 10)).next).toBeUndefined()
	})

	test('keep each entry, byte for byte, and what is there is never written again', async () => {
		const rankings = make()
		const key = { month: MONTH, generation: randomUUID() }
		await rankings.write(key, content)
		const forged = content.entries.map(({ entry, text }) => ({ entry, text: text.replace('"score"', '"forged"') }))
		await rankings.write(key, { ...content, entries: forged })
		expect(await rankings.texts(key)).toEqual(content.entries.map(({ text }) => text))
		expect(await rankings.entry(key, 'c')).toEqual(content.entries[2]?.entry)
		expect(await rankings.entry(key, 'nowhere')).toBeUndefined()
	})

	test('keep corrections, and how well devices were heard, by village', async () => {
		const rankings = make()
		const key = { month: MONTH, generation: randomUUID() }
		await rankings.write(key, content)
		expect(await rankings.corrections(key)).toEqual(content.corrections)
		expect((await rankings.quality(key)).map(({ device }) => device)).toEqual(
			['a', 'c', 'd', 'b'].flatMap((id) => [`${id}-0`, `${id}-1`]),
		)
		expect((await rankings.quality(key, 'village-2')).map(({ courtyard }) => courtyard)).toEqual(['b', 'b'])
		expect(await rankings.texts({ month: MONTH, generation: 'nothing' })).toEqual([])
	})

	test('keep doubts about sensors by themselves', async () => {
		const rankings = make()
		const key = { month: MONTH, generation: randomUUID() }
		const days = ['2026-11-03']
		const doubt: DoubtState = { device: 'c-0', doubt: 'moved', days, openDays: days, isConfirmed: false }
		await rankings.write(key, {
			...content,
			quality: content.quality.map((one) => ({
				...one,
				devices: one.devices.map((device) => (device.device === 'c-0' ? { ...device, doubts: [doubt] } : device)),
			})),
		})
		expect(await rankings.doubts(key)).toEqual([doubt])
		const none = { month: MONTH, generation: randomUUID() }
		await rankings.write(none, content)
		expect(await rankings.doubts(none)).toEqual([])
	})

	test('a month’s head is written by one at a time', async () => {
		const rankings = make()
		const head: MonthHead = {
			month: '2031-02',
			version: 1,
			draft: describeGeneration(defaultProfile, content, sha256, 7),
			revisions: [],
		}
		expect(await rankings.head(head.month)).toBeUndefined()
		expect(await rankings.putHead(head, undefined)).toBe('stored')
		expect(await rankings.putHead(head, undefined)).toBe('conflict')
		const next = { ...head, version: 2 }
		expect(await rankings.putHead(next, 1)).toBe('stored')
		expect(await rankings.putHead({ ...head, version: 3 }, 1)).toBe('conflict')
		expect(await rankings.head(head.month)).toEqual(next)
		await rankings.putHead({ ...head, month: '2031-03' }, undefined)
		expect((await rankings.months()).map(({ month }) => month).slice(0, 2)).toEqual(['2031-03', '2031-02'])
	})
})

const by = { id: 's-1', name: '王芳' }
describe.each<[string, () => DoubtReviews]>([
	['in memory', () => new MemoryDoubtReviews()],
	['in DynamoDB', () => new DynamoDoubtReviews(local.client, table)],
])('reviews of doubts %s', (_name, make) => {
	test('stay, each beside the earlier ones, in the order of devices and time', async () => {
		const reviews = make()
		const review = (device: string, at: number): DoubtReview => ({
			month: '2032-01',
			device,
			doubt: 'moved',
			days: ['2032-01-03'],
			verdict: 'harmless',
			reason: '移到新厕所',
			at,
			by,
		})
		const all = [review('d-1', 5), review('d-1', 9), review('d-2', 1)]
		for (const one of [...all, ...all].toReversed()) await reviews.add(one)
		expect(await reviews.ofMonth('2032-01')).toEqual(all)
		expect(await reviews.ofMonth('2032-02')).toEqual([])
	})
})

describe.each<[string, () => Plans]>([
	['in memory', () => new MemoryPlans()],
	['in DynamoDB', () => new DynamoPlans(local.client, table)],
])('rectification plans %s', (_name, make) => {
	test('stay, each beside the earlier ones, by courtyard', async () => {
		const plans = make()
		const plan = (courtyard: string, at: number): Plan => ({ courtyard, text: '增加清运', due: '2032-02-10', at, by })
		const all = [plan('yard-1', 5), plan('yard-1', 9), plan('yard-10', 1)]
		for (const one of [...all, ...all].toReversed()) await plans.add('2032-01', one)
		expect(await plans.ofMonth('2032-01')).toEqual(all)
		expect(await plans.ofMonth('2032-01', 'yard-1')).toEqual(all.slice(0, 2))
		expect(await plans.ofMonth('2032-02')).toEqual([])
	})
})
