import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoAppeals } from '../../../functions/adapters/tables/dynamoAppeals.ts'
import type { AppealSubject } from '../../../shared/contract/ranking/appeal.ts'
import { endedAppeal, raisedAppeal } from '../../../shared/domain/appeal/appeal.ts'
import type { AcceptedAppeals } from '../../../shared/ports/acceptedAppeals.ts'
import type { Appeals } from '../../../shared/ports/appeals.ts'
import type { Exclusions } from '../../../shared/ports/exclusions.ts'
import { MemoryAppeals } from '../../doubles/memoryAppeals.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const HOUR = 3_600_000
const NOON = Date.parse('2026-11-20T12:00:00+08:00')
const onRecord = { at: NOON, by: { id: 'u-3', name: '李强', role: 'head' }, reason: '清洗' } as const
const accepted = { ...onRecord, by: { ...onRecord.by, role: 'staff' }, to: 'accepted' } as const

const readingsOf = (device: string, from = NOON, until = NOON + HOUR): AppealSubject => ({
	is: 'readings',
	device,
	from,
	until,
})
const appealOf = (courtyard: string, subject: AppealSubject, month = '2026-11') =>
	raisedAppeal(undefined, { courtyard, month, subject }, { ...onRecord, photo: 'a.jpg' })
const some = (sort: string) => `${sort}-${randomUUID()}`

describe.each<[string, () => Appeals & Exclusions & AcceptedAppeals]>([
	['in memory', () => new MemoryAppeals()],
	['in DynamoDB', () => new DynamoAppeals(local.client, local.name('scores'))],
])('the appeals %s', (_name, make) => {
	test('are kept, and of two who write the same version the second is told', async () => {
		const appeals = make()
		const appeal = appealOf(some('yard'), readingsOf(some('toilet')))
		expect(await appeals.put(appeal, undefined)).toBe('stored')
		expect(await appeals.put(appeal, undefined)).toBe('conflict')
		expect(await appeals.get(appeal.id)).toEqual(appeal)
		const ended = endedAppeal(appeal, accepted)
		expect([await appeals.put(ended, 1), await appeals.put(ended, 1)]).toEqual(['stored', 'conflict'])
		expect(await appeals.get(appeal.id)).toEqual(ended)
		expect(await appeals.get('nothing')).toBeUndefined()
	})

	test('are listed by month and courtyard', async () => {
		const appeals = make()
		const [one, other] = [some('yard'), some('yard')]
		const deduction = { is: 'deduction', inspection: `2026-11-20.${one}`, deduction: '1-1' } as const
		const mine = [appealOf(one, deduction), appealOf(one, readingsOf('toilet-1'))]
		const before = appealOf(one, readingsOf('toilet-1', NOON - 720 * HOUR, NOON - 719 * HOUR), '2026-10')
		const foreign = [appealOf(other, readingsOf('toilet-2')), appealOf(`${one}-b`, readingsOf('toilet-3'))]
		for (const appeal of [...mine, before, ...foreign]) await appeals.put(appeal, undefined)
		expect(await appeals.ofMonth('2026-11', one)).toEqual(mine)
		expect(await appeals.ofMonth('2026-10', one)).toEqual([before])
		expect(await appeals.ofMonth('2026-11')).toEqual(expect.arrayContaining([...mine, ...foreign]))
	})

	test('exclude an interval from the moment they are accepted, and only what overlaps it', async () => {
		const appeals = make()
		const [courtyard, device] = [some('yard'), some('toilet')]
		const excluded = { device, from: NOON, until: NOON + HOUR }
		const within = async (from: number, until: number) =>
			(await appeals.between(from, until)).filter((exclusion) => exclusion.device === device)
		const appeal = appealOf(courtyard, readingsOf(device))
		const rejected = appealOf(courtyard, readingsOf(device, NOON + 2 * HOUR, NOON + 3 * HOUR))
		await appeals.put(appeal, undefined)
		await appeals.put(endedAppeal(rejected, { ...accepted, to: 'rejected' }), undefined)
		expect(await within(NOON - 24 * HOUR, NOON + 24 * HOUR)).toEqual([])
		await appeals.put(endedAppeal(appeal, accepted), 1)
		expect(await within(NOON - 24 * HOUR, NOON + 24 * HOUR)).toEqual([excluded])
		expect(await within(NOON + HOUR - 1, NOON + 2 * HOUR)).toEqual([excluded])
		expect(await within(NOON + HOUR, NOON + 2 * HOUR)).toEqual([])
		expect(await within(NOON - HOUR, NOON)).toEqual([])
		expect(await within(NOON - 720 * HOUR, NOON + 1)).toEqual([excluded])
	})

	test('tell which courtyards had one accepted since an instant', async () => {
		const appeals = make()
		const [won, lost] = [some('yard'), some('yard')]
		await appeals.put(endedAppeal(appealOf(won, readingsOf('toilet-1')), accepted), undefined)
		await appeals.put(endedAppeal(appealOf(lost, readingsOf('toilet-1')), { ...accepted, to: 'rejected' }), undefined)
		const since = async (at: number) => {
			const found = await appeals.acceptedSince('2026-11', at)
			return [won, lost].map((courtyard) => found.has(courtyard))
		}
		expect(await since(NOON)).toEqual([true, false])
		expect(await since(NOON + 1)).toEqual([false, false])
	})
})
