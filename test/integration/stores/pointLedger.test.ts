import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoPointLedger } from '../../../functions/adapters/tables/dynamoPointLedger.ts'
import type { PointEntry } from '../../../shared/contract/wall/points.ts'
import type { PointLedger } from '../../../shared/ports/pointLedger.ts'
import { MemoryPointLedger } from '../../doubles/memoryPointLedger.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const line = (id: string): PointEntry => ({
	...{ id, kind: 'award', points: 2, reason: '有效上报', at: 1, task: 'wall.1', rule: 'verified-report' },
	by: { id: 'u', name: '王芳' },
})

describe.each<[string, () => PointLedger]>([
	['in memory', () => new MemoryPointLedger()],
	['in DynamoDB', () => new DynamoPointLedger(local.client, local.name('tasks'))],
])('the ledger %s', (_name, make) => {
	test('keeps each household its lines in their order', async () => {
		const ledger = make()
		const home = `yard-1.${randomUUID().slice(0, 8)}`
		expect(await ledger.entries(home)).toEqual([])
		for (let n = 0; n < 11; n += 1) expect(await ledger.append(home, n, line(`award.${n}`))).toBe('stored')
		expect((await ledger.entries(home)).map(({ id }) => id)).toEqual(Array.from({ length: 11 }, (_, n) => `award.${n}`))
		expect(await ledger.entries(`${home}0`)).toEqual([])
	})

	test('of two who add the same line number at once the second is told, and no line is replaced', async () => {
		const ledger = make()
		const home = `yard-1.${randomUUID().slice(0, 8)}`
		const both = await Promise.all(['a', 'b'].map((id) => ledger.append(home, 0, line(id))))
		expect(both.sort()).toEqual(['conflict', 'stored'])
		expect(await ledger.entries(home)).toHaveLength(1)
	})
})
