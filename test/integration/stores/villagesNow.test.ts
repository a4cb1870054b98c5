import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoVillagesNow } from '../../../functions/adapters/tables/dynamoVillagesNow.ts'
import type { VillageNow } from '../../../shared/contract/score/villageNow.ts'
import type { VillagesNow } from '../../../shared/ports/villagesNow.ts'
import { MemoryVillagesNow } from '../../doubles/memoryVillagesNow.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const now: VillageNow = {
	at: 1,
	stamp: 'one',
	courtyards: [
		{
			id: 'yard-1',
			score: 66.67,
			band: 'fair',
			revolutions: {
				toilet: {
					...{ score: 66.67, band: 'fair', reporting: 1, devices: 2 },
					primary: [{ device: 'toilet-1', measurands: ['ammonia'] }],
				},
			},
		},
		{ id: 'yard-2', score: null, band: 'insufficient', revolutions: {} },
	],
}

describe.each<[string, () => VillagesNow]>([
	['in memory', () => new MemoryVillagesNow()],
	['in DynamoDB', () => new DynamoVillagesNow(local.client, local.name('scores'))],
])('scores of some minutes ago %s', (_name, make) => {
	test('are read as they were put last, of all villages, of a township and of one', async () => {
		const store = make()
		expect(await store.within('all')).toEqual(new Map())
		// One township's id begins like the other's.
		const [first, second, third] = [
			{ township: 'town', village: 'v-1' },
			{ township: 'town', village: 'v-10' },
			{ township: 'town-2', village: 'v-2' },
		] as const
		await store.put(first, { ...now, at: 0 })
		for (const [i, at] of [first, second, third].entries()) await store.put(at, { ...now, stamp: `of-${i}` })
		const of = (i: number): VillageNow => ({ ...now, stamp: `of-${i}` })
		expect(await store.within('all')).toEqual(
			new Map([
				['v-1', of(0)],
				['v-10', of(1)],
				['v-2', of(2)],
			]),
		)
		expect([...(await store.within({ township: 'town' })).keys()].sort()).toEqual(['v-1', 'v-10'])
		expect(await store.within(first)).toEqual(new Map([['v-1', of(0)]]))
		expect(await store.within({ township: 'town', village: 'v-2' })).toEqual(new Map())
	})
})

test('what another release has put in another form is as if it were not there, and is replaced', async () => {
	const store = new DynamoVillagesNow(local.client, local.name('scores'))
	const at = { township: 'town-3', village: 'v-3' }
	await store.put(at, { ...now, stamp: 3 } as never)
	expect(await store.within(at)).toEqual(new Map())
	await store.put(at, now)
	expect(await store.within(at)).toEqual(new Map([['v-3', now]]))
})
