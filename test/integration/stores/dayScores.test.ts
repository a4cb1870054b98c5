import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoDayChanges } from '../../../functions/adapters/tables/dynamoDayChanges.ts'
import { DynamoDayScores } from '../../../functions/adapters/tables/dynamoDayScores.ts'
import { DynamoDraftMarks } from '../../../functions/adapters/tables/dynamoDraftMarks.ts'
import { DynamoLateMarks } from '../../../functions/adapters/tables/dynamoLateMarks.ts'
import type { CourtyardDay, HourScore } from '../../../shared/contract/score/score.ts'
import type { DayChangesStore, KeptChanges } from '../../../shared/ports/dayChanges.ts'
import type { DayScores, LateMarks } from '../../../shared/ports/dayScores.ts'
import type { DraftMarks } from '../../../shared/ports/drafts.ts'
import type { ScoredVillages } from '../../../shared/ports/scoredVillages.ts'
import { MemoryDayChanges } from '../../doubles/memoryDayChanges.ts'
import { MemoryDayScores } from '../../doubles/memoryDayScores.ts'
import { MemoryDraftMarks, MemoryLateMarks } from '../../doubles/memoryMarks.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
let table: string
beforeAll(async () => {
	local = await localTables()
	table = local.name('scores')
})
afterAll(() => local.close())

const hours = Array.from(
	{ length: 24 },
	(_, i): HourScore => ({ is: 'valid', minutes: 60, lost: i === 7 ? { ammonia: 100 / 3 } : {} }),
)
const dayOf = (courtyard: string, day: string): CourtyardDay => ({
	courtyard,
	day,
	profile: 'rural@1',
	devices: [{ device: 'toilet-1', revolution: 'toilet', hours, doubts: ['moved'], shown: 100 }],
})

describe.each<[string, () => DayScores & ScoredVillages]>([
	['in memory', () => new MemoryDayScores()],
	['in DynamoDB', () => new DynamoDayScores(local.client, table)],
])('day scores %s', (_name, make) => {
	test('are read back as they were put, by courtyard, in the order of days', async () => {
		const scores = make()
		const yard = `yard-${randomUUID()}`
		const days = ['2026-10-02', '2026-10-01', '2026-09-30', '2026-10-03'].map((day) => dayOf(yard, day))
		for (const day of [...days, dayOf(`${yard}-2`, '2026-10-02')]) await scores.put(day, 1)
		expect(await scores.days(yard, '2026-10-01', '2026-10-02')).toEqual([
			dayOf(yard, '2026-10-01'),
			dayOf(yard, '2026-10-02'),
		])
		expect(await scores.days('nowhere', '2026-10-01', '2026-10-02')).toEqual([])
	})

	test('of a later turn stay, of the same or an earlier one are replaced', async () => {
		const scores = make()
		const day = dayOf(`yard-${randomUUID()}`, '2026-10-01')
		const other = { ...day, profile: 'rural@2' }
		const third = { ...day, profile: 'rural@3' }
		expect(await scores.put(day, 3)).toBe('stored')
		expect(await scores.put(other, 2)).toBe('outdated')
		expect(await scores.days(day.courtyard, day.day, day.day)).toEqual([day])
		expect(await scores.put(other, 3)).toBe('stored')
		expect(await scores.put(third, 4)).toBe('stored')
		expect(await scores.days(day.courtyard, day.day, day.day)).toEqual([third])
	})

	test('are known to be there once their village is finished, by day', async () => {
		const scores = make()
		const [one, two] = [`v-${randomUUID()}`, `v-${randomUUID()}`]
		const before = await scores.finished('2025-03-01', '2025-03-03')
		expect(before).toEqual(new Map())
		await scores.take(one, '2025-03-02')
		for (const village of [one, two, one])
			await scores.finish(village, '2025-03-02', [`${village}-a`, `${village}-b`], 'in')
		await scores.finish(one, '2025-03-04', [`${one}-a`], 'in')
		expect(await scores.scored('2025-03-02')).toEqual(new Set([`${one}-a`, `${one}-b`, `${two}-a`, `${two}-b`]))
		expect(await scores.scored('2025-03-03')).toEqual(new Set())
		expect([...(await scores.finished('2025-03-02', '2025-03-04')).keys()].sort()).toEqual(['2025-03-02', '2025-03-04'])
	})

	test('are made in turns that rise, and each is told what the last finished one began with', async () => {
		const scores = make()
		const village = `v-${randomUUID()}`
		expect(await scores.take(village, '2025-04-01')).toEqual({ turn: 1 })
		expect(await scores.take(village, '2025-04-01')).toEqual({ turn: 2 })
		await scores.finish(village, '2025-04-01', ['yard'], 'what came over')
		expect(await scores.take(village, '2025-04-01')).toEqual({ turn: 3, incoming: 'what came over' })
		expect(await scores.take(village, '2025-04-02')).toEqual({ turn: 1 })
	})

	test('are counted by village and day whenever something of them was put, and a turn alone is nothing', async () => {
		const scores = make()
		const village = `v-${randomUUID()}`
		const counted = async () => (await scores.finishes('2025-05-01', '2025-05-02')).get(`2025-05-02#${village}`)
		await scores.take(village, '2025-05-02')
		expect(await counted()).toBeUndefined()
		await scores.finish(village, '2025-05-02', ['yard'], 'in')
		await scores.touch(village, '2025-05-02')
		await scores.finish(village, '2025-05-03', ['yard'], 'in')
		expect(await counted()).toBe(2)
		expect(await scores.take(village, '2025-05-02')).toEqual({ turn: 2, incoming: 'in' })
		expect([...(await scores.finishes('2025-05-01', '2025-05-02')).keys()]).toEqual([`2025-05-02#${village}`])
	})
})

describe.each<[string, () => DayChangesStore]>([
	['in memory', () => new MemoryDayChanges()],
	['in DynamoDB', () => new DynamoDayChanges(local.client, table)],
])('what changed on the last day %s', (_name, make) => {
	test('is read as it was put last, for all and by village', async () => {
		const store = make()
		expect([await store.of('all'), await store.ofVillages()]).toEqual([undefined, new Map()])
		const kept: KeptChanges = {
			stamp: 'one',
			changes: {
				...{ day: '2026-10-02', before: '2026-10-01', compared: 2, up: 0, down: 1 },
				courtyards: [
					{
						...{ courtyard: 'yard-1', score: 200 / 3, before: 70, change: 200 / 3 - 70 },
						cause: { revolution: 'toilet', device: 'toilet-1', factor: 'ammonia', points: -10 / 3 },
					},
				],
			},
		}
		const [one, two] = [
			{ ...kept, stamp: 'of-1' },
			{ ...kept, stamp: 'of-2' },
		]
		await store.put('all', two)
		await store.put('all', kept)
		await store.put({ village: 'all' }, one)
		await store.put({ village: 'v-2' }, two)
		expect([await store.of('all'), await store.of({ village: 'all' })]).toEqual([kept, one])
		expect(await store.of({ village: 'nowhere' })).toBeUndefined()
		expect(await store.ofVillages()).toEqual(
			new Map([
				['all', one],
				['v-2', two],
			]),
		)
	})
})

describe.each<[string, () => Promise<LateMarks>]>([
	['in memory', async () => new MemoryLateMarks()],
	['in DynamoDB', async () => emptied(new DynamoLateMarks(local.client, table))],
])('late marks %s', (_name, make) => {
	test('are listed once each, the oldest day first, as many as are asked for', async () => {
		const marks = await make()
		for (const [device, day] of [
			['toilet-2', '2026-10-02'],
			['toilet-9', '2026-10-01'],
			['toilet-1', '2026-10-02'],
			['toilet-2', '2026-10-02'],
		] as const)
			await marks.add(device, day)
		const all = (await marks.list(10)).map(({ device, day }) => `${day} ${device}`)
		expect(all).toEqual(['2026-10-01 toilet-9', '2026-10-02 toilet-1', '2026-10-02 toilet-2'])
		expect(await marks.list(2)).toHaveLength(2)
	})

	test('go when they are cleared, unless they were set again since they were listed', async () => {
		const marks = await make()
		await marks.add('toilet-1', '2026-10-01')
		await marks.add('toilet-2', '2026-10-01')
		const listed = await marks.list(10)
		await marks.add('toilet-2', '2026-10-01')
		for (const mark of [...listed, ...listed]) await marks.clear(mark)
		expect((await marks.list(10)).map(({ device }) => device)).toEqual(['toilet-2'])
	})

	test('that were cleared by one and set again are not cleared by another who listed them before', async () => {
		const marks = await make()
		await marks.add('toilet-1', '2026-10-01')
		const [seenByOne] = await marks.list(10)
		const [seenByOther] = await marks.list(10)
		if (seenByOne) await marks.clear(seenByOne)
		await marks.add('toilet-1', '2026-10-01')
		if (seenByOther) await marks.clear(seenByOther)
		expect(await marks.list(10)).toHaveLength(1)
	})
})

describe.each<[string, () => Promise<DraftMarks>]>([
	['in memory', async () => new MemoryDraftMarks()],
	['in DynamoDB', async () => new DynamoDraftMarks(local.client, table)],
])('marks of drafts %s', (_name, make) => {
	test('are listed by month and go when they are cleared, unless set again', async () => {
		const marks = await make()
		for (const month of ['2026-10', '2026-09', '2026-10']) await marks.add(month)
		const listed = await marks.list()
		expect(listed.map(({ month }) => month)).toEqual(['2026-09', '2026-10'])
		await marks.add('2026-10')
		for (const mark of listed) await marks.clear(mark)
		expect((await marks.list()).map(({ month }) => month)).toEqual(['2026-10'])
	})
})

async function emptied(marks: LateMarks): Promise<LateMarks> {
	for (const mark of await marks.list(1000)) await marks.clear(mark)
	return marks
}
