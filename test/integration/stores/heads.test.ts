import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoDuties } from '../../../functions/adapters/tables/dynamoDuties.ts'
import { DynamoEvaluations } from '../../../functions/adapters/tables/dynamoEvaluations.ts'
import type { DutyRecord } from '../../../shared/contract/inspection/duties.ts'
import { evaluateHead } from '../../../shared/domain/head/evaluate.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import type { Duties } from '../../../shared/ports/duties.ts'
import type { Evaluations } from '../../../shared/ports/evaluations.ts'
import { MemoryDuties } from '../../doubles/memoryDuties.ts'
import { MemoryEvaluations } from '../../doubles/memoryEvaluations.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const AT = Date.parse('2026-11-20T02:00:00Z')
const by = { id: 'u-3', name: '李强', role: 'head' } as const
const recordOf = (courtyard: string, month = '2026-11'): DutyRecord => ({
	courtyard,
	month,
	events: [{ at: AT, by, duty: 'patrol', isDone: true }],
	version: 1,
})
const yard = () => `yard-${randomUUID()}`

describe.each<[string, () => Duties]>([
	['in memory', () => new MemoryDuties()],
	['in DynamoDB', () => new DynamoDuties(local.client, local.name('scores'))],
])('the duties %s', (_name, make) => {
	test('are kept by courtyard and month, and of two who tick at once the second is told', async () => {
		const duties = make()
		const [one, before] = [recordOf(yard()), recordOf(yard(), '2026-10')]
		expect([await duties.put(one, 0), await duties.put(one, 0), await duties.put(before, 0)]).toEqual([
			'stored',
			'conflict',
			'stored',
		])
		const next = { ...one, version: 2, events: [...one.events, { ...one.events[0], reason: '补记' }] } as DutyRecord
		expect([await duties.put(next, 1), await duties.put(next, 1)]).toEqual(['stored', 'conflict'])
		expect(await duties.get(one.courtyard, '2026-11')).toEqual(next)
		expect(await duties.get(one.courtyard, '2026-10')).toBeUndefined()
		expect(await duties.ofMonth('2026-10')).toEqual([before])
	})
})

describe.each<[string, () => Evaluations]>([
	['in memory', () => new MemoryEvaluations()],
	['in DynamoDB', () => new DynamoEvaluations(local.client, local.name('scores'))],
])('the evaluations %s', (_name, make) => {
	test('are kept by month in the order of courtyards, a later one in place of an earlier', async () => {
		const evaluations = make()
		const facts = { month: '2026-11', tasks: [], environment: 80, before: [null], dutiesDone: 3 }
		const [a, b] = ['yard-a', 'yard-b'].map((courtyard) => evaluateHead(defaultProfile, { ...facts, courtyard }, AT))
		if (!a || !b) throw new Error('two courtyards make two evaluations')
		for (const one of [b, { ...a, environment: 70 }, a, { ...a, month: '2026-10' }]) await evaluations.put(one)
		expect(await evaluations.ofMonth('2026-11')).toEqual([a, b])
		expect(await evaluations.ofMonth('2026-09')).toEqual([])
	})
})
