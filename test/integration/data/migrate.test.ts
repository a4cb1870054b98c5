import { GetItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { layoutOf, migrate, migrations, NewerLayout } from '../../../infra/data/migrate.ts'
import type { DataPlace } from '../../../infra/data/stores.ts'
import { toilet } from '../../doubles/township.ts'
import { type LocalTables, localTables } from '../stores/localTables.ts'
import { killedAfterAny } from './killedAfter.ts'

let local: LocalTables
let place: DataPlace
beforeEach(async () => {
	local = await localTables()
	place = { client: local.client, registry: local.name('registry'), scores: local.name('scores') }
})
afterEach(() => local.close())

/** A device as a version wrote it that knew no classes of toilets. */
const { toiletClass: _class, sewageLevel: _level, ...old } = toilet
const putOld = (id: string) =>
	local.client.send(
		new PutItemCommand({
			TableName: place.registry,
			Item: marshall({ ...old, id, pk: 'device', sk: id, interval: 600 }),
		}),
	)
const device = async (id: string): Promise<Record<string, unknown>> => {
	const Key = marshall({ pk: 'device', sk: id })
	const { Item } = await local.client.send(new GetItemCommand({ TableName: place.registry, Key }))
	return unmarshall(Item ?? {})
}
const everything = async () =>
	(await local.client.send(new ScanCommand({ TableName: place.registry, ConsistentRead: true }))).Items

test('presets are written into entries that lack them, and what they say stays', async () => {
	await putOld('toilet-1')
	const steps: unknown[] = []
	expect(await migrate(place, (...step) => steps.push(step))).toEqual({ from: 0, to: migrations.length })
	expect(await device('toilet-1')).toMatchObject({ toiletClass: 2, sewageLevel: 'II', interval: 600 })
	expect(steps[0]).toEqual([1, expect.any(String), 1])
	expect(await layoutOf(place)).toBe(migrations.length)
})

test('a second run changes nothing, nor does a step that is done again', async () => {
	await putOld('toilet-1')
	await migrate(place, () => {})
	const before = await everything()
	expect(await migrate(place, () => {})).toEqual({ from: migrations.length, to: migrations.length })
	expect(await Promise.all(migrations.map(({ run }) => run(place)))).toEqual(migrations.map(() => 0))
	expect(await everything()).toEqual(before)
})

test('a run that is killed after any of its requests is completed by the next one', async () => {
	await Promise.all(['a', 'b', 'c'].map((id) => putOld(`toilet-${id}`)))
	expect(await killedAfterAny(local.client, () => migrate(place, () => {}))).toBeGreaterThan(3)
	for (const id of ['a', 'b', 'c']) expect(await device(`toilet-${id}`)).toMatchObject({ toiletClass: 2 })
	expect(await layoutOf(place)).toBe(migrations.length)
})

test('two runs at once leave what one leaves', async () => {
	await putOld('toilet-1')
	await Promise.all([migrate(place, () => {}), migrate(place, () => {})])
	expect(await layoutOf(place)).toBe(migrations.length)
	expect(await device('toilet-1')).toMatchObject({ toiletClass: 2 })
})

test('a step that fails is not noted, those before it are', async () => {
	const broken = { title: 'fails', run: () => Promise.reject(new Error('no')) }
	await expect(migrate(place, () => {}, [...migrations, broken])).rejects.toThrow('no')
	expect(await layoutOf(place)).toBe(migrations.length)
	expect(await migrate(place, () => {}, [...migrations, { ...broken, run: async () => 7 }])).toEqual({
		from: migrations.length,
		to: migrations.length + 1,
	})
	await expect(migrate(place, () => {})).rejects.toThrow(NewerLayout)
})
