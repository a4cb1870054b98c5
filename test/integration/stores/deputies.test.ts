import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoDeputies } from '../../../functions/adapters/tables/dynamoDeputies.ts'
import { DynamoRegistry } from '../../../functions/adapters/tables/dynamoRegistry.ts'
import type { Courtyard, Deputy } from '../../../shared/contract/registry/registry.ts'
import type { Deputies } from '../../../shared/ports/deputies.ts'
import { MemoryDeputies } from '../../doubles/memoryDeputies.ts'
import { courtyard } from '../../doubles/township.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
let table: string
beforeAll(async () => {
	local = await localTables()
	table = local.name('registry')
})
afterAll(() => local.close())

const head = { id: 'wang', name: '王芳' }
const deputy: Deputy = {
	person: { id: 'li-si', name: '李四' },
	from: '2026-11-26',
	until: '2026-11-30',
	phone: '13800000000',
}
const later: Deputy = { person: { id: 'zhao', name: '赵敏' }, from: '2026-12-01', until: '2026-12-03', namedBy: '王芳' }
const ended = { on: '2026-11-28', by: '王芳' }

type Bench = { deputies: Deputies; own: Courtyard; stored: () => Promise<Courtyard> }
const found = (courtyards: ReadonlyMap<string, Courtyard>, id: string): Courtyard => {
	const own = courtyards.get(id)
	if (!own) throw new Error(`no courtyard ${id}`)
	return own
}
describe.each<[string, () => Promise<Bench>]>([
	[
		'in memory',
		async () => {
			const deputies = new MemoryDeputies(new Map([[courtyard.id, courtyard]]))
			return { deputies, own: courtyard, stored: async () => found(deputies.courtyards, courtyard.id) }
		},
	],
	[
		'in DynamoDB',
		async () => {
			const own = { ...courtyard, id: `yard-${randomUUID()}` }
			const registry = new DynamoRegistry(local.client, table, Date.now)
			await registry.put({ townships: [], villages: [], courtyards: [own], devices: [] })
			const stored = async () =>
				found((await new DynamoRegistry(local.client, table, Date.now).current()).courtyards, own.id)
			return { deputies: new DynamoDeputies(local.client, table), own, stored }
		},
	],
])('deputies %s', (_name, make) => {
	test('are added to whoever is in charge, and ended with who ended them', async () => {
		const { deputies, own, stored } = await make()
		expect(await deputies.add(own, deputy, head)).toBe('stored')
		expect((await stored()).inCharge).toEqual({ person: head, deputies: [deputy] })
		expect(await deputies.add(await stored(), later, head)).toBe('stored')
		const seen = await stored()
		const [first = deputy] = seen.inCharge?.deputies ?? []
		expect(await deputies.end(seen, first, ended)).toBe('stored')
		expect((await stored()).inCharge).toEqual({ person: head, deputies: [{ ...deputy, ended }, later] })
	})

	test('of two who add at once, or end at once, the second is told', async () => {
		const { deputies, own, stored } = await make()
		await deputies.add(own, deputy, head)
		expect(await deputies.add(own, later, head)).toBe('conflict')
		const seen = await stored()
		await deputies.add(seen, later, head)
		expect(await deputies.add(seen, later, head)).toBe('conflict')
		const [first = deputy] = seen.inCharge?.deputies ?? []
		await deputies.end(seen, first, ended)
		expect(await deputies.end(seen, first, { ...ended, by: '周敏' })).toBe('conflict')
		expect((await stored()).inCharge?.deputies).toEqual([{ ...deputy, ended }, later])
	})
})
