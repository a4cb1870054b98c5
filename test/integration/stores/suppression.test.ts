import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoRegistry } from '../../../functions/adapters/tables/dynamoRegistry.ts'
import { DynamoRepairs } from '../../../functions/adapters/tables/dynamoRepairs.ts'
import { DynamoShelves } from '../../../functions/adapters/tables/dynamoShelves.ts'
import type { Device, Shelf } from '../../../shared/contract/registry/registry.ts'
import { shelfId } from '../../../shared/domain/alarm/shelf.ts'
import type { Repairs } from '../../../shared/ports/repairs.ts'
import type { Shelves } from '../../../shared/ports/shelves.ts'
import { MemoryRepairs } from '../../doubles/memoryRepairs.ts'
import { MemoryShelves } from '../../doubles/memoryShelves.ts'
import { bin } from '../../doubles/township.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
let table: string
beforeAll(async () => {
	local = await localTables()
	table = local.name('registry')
})
afterAll(() => local.close())

const NOON = Date.parse('2026-11-23T04:00:00Z')
const MINUTE = 240_000

const newShelf = (device: string, minutes: number): Shelf => {
	const content = { device, rule: 'fill-high', from: NOON, until: NOON + minutes * MINUTE, by: '王芳', reason: '收运' }
	return { id: shelfId(content), ...content }
}

describe.each<[string, () => Shelves]>([
	['in memory', () => new MemoryShelves()],
	['in DynamoDB', () => new DynamoShelves(local.client, table)],
])('the shelves %s', (_name, make) => {
	test('are kept, and found by id and by device, the latest end first', async () => {
		const shelves = make()
		const device = `bin-${randomUUID()}`
		const [short, long, other] = [newShelf(device, 10), newShelf(device, 60), newShelf('bin-x', 30)]
		for (const shelf of [short, long, other, short]) await shelves.put(shelf)
		expect(await shelves.get(short.id)).toEqual(short)
		expect(await shelves.get('nothing')).toBeUndefined()
		expect(await shelves.of(device, NOON)).toEqual([long, short])
		expect(await shelves.of(device, NOON + 20 * MINUTE)).toEqual([long])
	})

	test('end when somebody ends them, once, and keep who did', async () => {
		const shelves = make()
		const shelf = newShelf(`bin-${randomUUID()}`, 10)
		await shelves.put(shelf)
		await shelves.end(shelf.id, NOON + MINUTE, '李强')
		await shelves.end(shelf.id, NOON + 2 * MINUTE, '赵敏')
		await shelves.end('nothing', NOON, '赵敏')
		expect(await shelves.get(shelf.id)).toEqual({ ...shelf, until: NOON + MINUTE, endedBy: '李强' })
		expect(await shelves.get('nothing')).toBeUndefined()
	})
})

type Bench = { repairs: Repairs; device: Device; stored: () => Promise<Device | undefined> }

describe.each<[string, () => Promise<Bench>]>([
	[
		'in memory',
		async () => {
			const repairs = new MemoryRepairs(new Map([[bin.id, bin]]))
			return { repairs, device: bin, stored: async () => repairs.devices.get(bin.id) }
		},
	],
	[
		'in DynamoDB',
		async () => {
			const device = { ...bin, id: `bin-${randomUUID()}` }
			const registry = new DynamoRegistry(local.client, table, Date.now)
			await registry.put({ townships: [], villages: [], courtyards: [], devices: [device] })
			const stored = async () =>
				(await new DynamoRegistry(local.client, table, Date.now).current()).devices.get(device.id)
			return { repairs: new DynamoRepairs(local.client, table), device, stored }
		},
	],
])('times under repair %s', (_name, make) => {
	const repair = { from: NOON, by: '王芳', reason: '更换传感器' }

	test('begin, end with who ended them, and begin again', async () => {
		const { repairs, device, stored } = await make()
		const seen = { ...device, outOfService: [repair] }
		expect(await repairs.begin(device, repair)).toBe('stored')
		expect((await stored())?.outOfService).toEqual([repair])
		expect(await repairs.end(seen, repair, NOON + MINUTE, '李强')).toBe('stored')
		const ended = { ...repair, until: NOON + MINUTE, endedBy: '李强' }
		const second = { ...repair, from: NOON + 5 * MINUTE, until: NOON + 9 * MINUTE }
		expect(await repairs.begin({ ...device, outOfService: [ended] }, second)).toBe('stored')
		expect(await stored()).toEqual({ ...device, outOfService: [ended, second] })
	})

	test('of two who begin at once, or end at once, the second is told', async () => {
		const { repairs, device, stored } = await make()
		const seen = { ...device, outOfService: [repair] }
		await repairs.begin(device, repair)
		expect(await repairs.begin(device, { ...repair, by: '李强' })).toBe('conflict')
		await repairs.end(seen, repair, NOON + MINUTE, '李强')
		expect(await repairs.end(seen, repair, NOON + 2 * MINUTE, '赵敏')).toBe('conflict')
		expect((await stored())?.outOfService).toEqual([{ ...repair, until: NOON + MINUTE, endedBy: '李强' }])
	})

	test('one that would end by itself may be ended before', async () => {
		const { repairs, device, stored } = await make()
		const planned = { ...repair, until: NOON + 60 * MINUTE }
		await repairs.begin(device, planned)
		await repairs.end({ ...device, outOfService: [planned] }, planned, NOON + MINUTE, '李强')
		expect((await stored())?.outOfService[0]?.until).toBe(NOON + MINUTE)
	})
})

test('every Lambda knows a shelf within four minutes, its early end too, and forgets it days after', async () => {
	let now = NOON
	const registry = new DynamoRegistry(local.client, table, () => now)
	const shelves = new DynamoShelves(local.client, table)
	const device = `bin-${randomUUID()}`
	const known = async () => (await registry.current()).shelves.filter((shelf) => shelf.device === device)
	await known()
	const shelf = newShelf(device, 60)
	await shelves.put(shelf)
	now += 240_000
	expect(await known()).toEqual([shelf])
	await shelves.end(shelf.id, now, '李强')
	now += 240_000
	expect(await known()).toMatchObject([{ until: NOON + 240_000 }])
	const later = new DynamoRegistry(local.client, table, () => NOON + 3 * 86_400_000)
	expect((await later.current()).shelves).toEqual([])
	expect(await shelves.of(device, NOON)).toHaveLength(1)
})
