import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoInspections } from '../../../functions/adapters/tables/dynamoInspections.ts'
import { newSheet } from '../../../shared/domain/inspection/sheet.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import type { Inspections } from '../../../shared/ports/inspections.ts'
import { MemoryInspections } from '../../doubles/memoryInspections.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const by = { id: 'u-17', name: '王芳', role: 'staff' } as const
const litter = { item: 'garbage', points: 5, defect: { zh: '垃圾散落', en: 'litter' }, note: '村口', photo: 'a.jpg' }
const sheetOf = (courtyard: string, day: string) =>
	newSheet(defaultProfile, { courtyard, day, deductions: [litter] }, { at: Date.parse('2026-11-20T02:00:00Z'), by })
const yard = () => `yard-${randomUUID()}`

describe.each<[string, () => Inspections]>([
	['in memory', () => new MemoryInspections()],
	['in DynamoDB', () => new DynamoInspections(local.client, local.name('scores'))],
])('the inspections %s', (_name, make) => {
	test('keep every revision, and list the latest', async () => {
		const inspections = make()
		const sheet = sheetOf(yard(), '2026-11-20')
		const struck = { appeal: 'appeal-1', at: sheet.at, by, reason: '核实' }
		const next = { ...sheet, revision: 2, reason: '核实', deductions: [{ ...litter, id: '1-1', struck }] }
		expect([await inspections.add(sheet), await inspections.add(next)]).toEqual(['stored', 'stored'])
		expect(await inspections.revisions(sheet.id)).toEqual([sheet, next])
		expect(await inspections.ofCourtyard(sheet.courtyard, '2026-11')).toEqual([next])
		expect(await inspections.revisions('2026-11-20.nowhere')).toEqual([])
		expect(await inspections.revisions('nothing')).toEqual([])
	})

	test('never put a revision over another one', async () => {
		const inspections = make()
		const sheet = sheetOf(yard(), '2026-11-20')
		await inspections.add(sheet)
		expect(await inspections.add({ ...sheet, deductions: [] })).toBe('conflict')
		expect(await inspections.revisions(sheet.id)).toEqual([sheet])
	})

	test('list a month by courtyard, in the order of days, the tenth revision after the ninth', async () => {
		const inspections = make()
		const [one, other] = [yard(), yard()]
		const [late, early, foreign] = [
			sheetOf(one, '2026-11-20'),
			sheetOf(one, '2026-11-03'),
			sheetOf(other, '2026-11-03'),
		]
		const elsewhere = sheetOf(one, '2026-10-31')
		for (const sheet of [late, early, foreign, elsewhere]) await inspections.add(sheet)
		for (let revision = 2; revision <= 10; revision++) await inspections.add({ ...foreign, revision, reason: '更正' })
		const month = await inspections.ofMonth('2026-11')
		expect(month.get(one)).toEqual([early, late])
		expect(month.get(other)).toMatchObject([{ revision: 10 }])
		expect(await inspections.ofCourtyard(one, '2026-10')).toEqual([elsewhere])
	})
})

test('a courtyard whose id another one begins with does not get its sheets', async () => {
	const inspections = new DynamoInspections(local.client, local.name('scores'))
	const one = yard()
	await inspections.add(sheetOf(`${one}-b`, '2026-11-20'))
	expect(await inspections.ofCourtyard(one, '2026-11')).toEqual([])
	expect(await inspections.revisions(`2026-11-20.${one}`)).toEqual([])
})
