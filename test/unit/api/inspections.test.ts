import { expect, test } from 'vitest'
import {
	correctInspection,
	getInspection,
	monthOfInspections,
	recordInspection,
	roundsOfMonth,
} from '../../../functions/api/inspections/inspections.ts'
import { type InspectionCorrection, NewInspection } from '../../../shared/contract/inspection/inspection.ts'
import { InspectionMonthView, InspectionRoundsView } from '../../../shared/contract/inspection/inspectionViews.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { head, otherHead, otherStaff, scoringDesk, staff } from '../../doubles/scoringDesk.ts'

const litter = { item: 'garbage', points: 5, defect: { zh: '垃圾散落', en: 'litter' }, photo: '2026/11/a.jpg' }
/** One perfect sheet, to be spoiled one field a test. */
const sheet: NewInspection = { courtyard: 'yard-1', day: '2026-11-20', deductions: [litter] }
const ID = '2026-11-20.yard-1'
const month = { courtyard: 'yard-1', month: '2026-11' }
const correction: InspectionCorrection = { revision: 1, reason: '看错了院落', deductions: [] }

test('a sheet is on record with who, when, its items, its score and what each defect costs', async () => {
	const ports = scoringDesk()
	expect(await recordInspection(ports, staff, sheet)).toMatchObject({
		status: 201,
		body: {
			id: ID,
			revision: 1,
			by: { id: 'u-17', name: '王芳', role: 'staff' },
			score: 95,
			items: [{ id: 'toilets', left: 25 }, { id: 'garbage', left: 20 }, { left: 25 }, { left: 25 }],
			deductions: [{ id: '1-1', item: 'garbage', cost: 5, photo: '2026/11/a.jpg' }],
		},
	})
})

test('a head sees the month of his courtyard, with which defect cost what, and of no other', async () => {
	const ports = scoringDesk()
	await recordInspection(ports, staff, sheet)
	await recordInspection(ports, staff, { ...sheet, day: '2026-11-05', deductions: [] })
	const answer = await monthOfInspections(ports, head, month)
	expect(answer).toMatchObject({
		body: { score: 97.5, parts: [{ inspection: ID, cost: 2.5, isStruck: false }], sheets: [{}, {}] },
	})
	InspectionMonthView.parse('body' in answer && answer.body)
	expect(await monthOfInspections(ports, otherHead, month)).toMatchObject({ status: 403 })
	expect(await getInspection(ports, otherHead, ID)).toMatchObject({ status: 403 })
	expect(await getInspection(ports, otherHead, '2026-11-01.nowhere')).toMatchObject({ status: 403 })
	expect(await getInspection(ports, staff, '2026-11-01.nowhere')).toMatchObject({ status: 404 })
})

test('a form sent twice is one inspection; another sheet of that day is a correction', async () => {
	const ports = scoringDesk()
	await recordInspection(ports, staff, sheet)
	expect(await recordInspection(ports, staff, sheet)).toMatchObject({ status: 200, body: { revision: 1 } })
	const other = await recordInspection(ports, staff, { ...sheet, deductions: [] })
	expect(other).toMatchObject({ status: 409, detail: expect.stringContaining(`PUT /api/inspections/${ID}`) })
	expect(ports.inspections.sheets.get(ID)).toHaveLength(1)
})

test('a corrected sheet is a new revision, with who and why; the old one stays', async () => {
	const ports = scoringDesk()
	await recordInspection(ports, staff, sheet)
	expect(await correctInspection(ports, otherStaff, ID, correction)).toMatchObject({
		status: 200,
		body: {
			score: 100,
			revision: 2,
			reason: '看错了院落',
			by: { name: '赵敏' },
			revisions: [
				{ score: 95, by: { name: '王芳' } },
				{ score: 100, by: { name: '赵敏' } },
			],
		},
	})
	expect(await monthOfInspections(ports, head, month)).toMatchObject({ body: { score: 100 } })
})

test('of two who correct the same revision the second is told; the first, sent again, changes nothing', async () => {
	const ports = scoringDesk()
	await recordInspection(ports, staff, sheet)
	await correctInspection(ports, staff, ID, correction)
	expect(await correctInspection(ports, otherStaff, ID, correction)).toMatchObject({ status: 409 })
	expect(await correctInspection(ports, staff, ID, correction)).toMatchObject({ status: 200, body: { revision: 2 } })
	expect(await correctInspection(ports, staff, 'nothing', correction)).toMatchObject({ status: 404 })
	expect(ports.inspections.sheets.get(ID)).toHaveLength(2)
})

test('a deduction keeps its id through corrections, and a new one never gets an old id', async () => {
	const ports = scoringDesk()
	await recordInspection(ports, staff, { ...sheet, deductions: [litter, { ...litter, item: 'sewage' }] })
	const kept = { ...litter, id: '1-2', item: 'sewage', points: 3 }
	await correctInspection(ports, staff, ID, { ...correction, deductions: [litter, kept] })
	expect(
		ports.inspections.sheets
			.get(ID)
			?.at(-1)
			?.deductions.map(({ id, points }) => [id, points]),
	).toEqual([
		['2-1', 5],
		['1-2', 3],
	])
})

test.each([
	['courtyard', { ...sheet, courtyard: 'nowhere' }],
	['day', { ...sheet, day: '2026-11-24' }],
	['deductions.0.item', { ...sheet, deductions: [{ ...litter, item: 'roads' }] }],
])('a sheet with a wrong %s is refused with words', async (field, wish) => {
	const answer = await recordInspection(scoringDesk(), staff, wish)
	expect(answer).toMatchObject({ status: 400, errors: [{ field, message: expect.stringMatching(/\w/) }] })
})

test('a deduction says what was found, costs something, and names its photo by an id', () => {
	const parse = (deduction: object) => NewInspection.safeParse({ ...sheet, deductions: [{ ...litter, ...deduction }] })
	expect(parse({}).success).toBe(true)
	expect(parse({ defect: undefined }).error?.issues[0]).toMatchObject({ path: ['deductions', 0, 'defect'] })
	expect(parse({ points: 0 }).success).toBe(false)
	expect(parse({ photo: '../../etc/passwd' }).success).toBe(false)
})

test('a correction that names a deduction which is not there, or twice, is refused', async () => {
	const ports = scoringDesk()
	await recordInspection(ports, staff, sheet)
	const correct = (...ids: string[]) => {
		const deductions = ids.map((id) => ({ ...litter, id }))
		return correctInspection(ports, staff, ID, { ...correction, deductions })
	}
	expect(await correct('9-9')).toMatchObject({ errors: [{ field: 'deductions.0.id' }] })
	expect(await correct('1-1', '1-1')).toMatchObject({ errors: [{ field: 'deductions.1.id' }] })
})

test('a sheet keeps the items of the profile in force on its day', async () => {
	const ports = scoringDesk()
	const later = { ...defaultProfile, version: 'next', effectiveFrom: '2026-11-21', inspection: [] }
	const known = await ports.registry.current()
	const profiles = [defaultProfile, { ...later, inspection: defaultProfile.inspection.slice(0, 1) }]
	const registry = { ...ports.registry, refreshed: async () => ({ ...known, profiles }) }
	const before = await recordInspection({ ...ports, registry }, staff, sheet)
	const after = await recordInspection({ ...ports, registry }, staff, { ...sheet, day: '2026-11-22', deductions: [] })
	expect([before, after]).toMatchObject([{ body: { items: [{}, {}, {}, {}] } }, { body: { items: [{}] } }])
})

test('when the ranking is published, a corrected sheet says that it takes a revision of it', async () => {
	const ports = scoringDesk()
	await recordInspection(ports, staff, sheet)
	ports.published.add('2026-11')
	const answer = await correctInspection(ports, staff, ID, correction)
	expect(answer).toMatchObject({ status: 200, body: { notice: { zh: expect.stringContaining('更正版') } } })
})

test('a sheet of a month that is over has its draft ranking worked out anew, one of this month need not', async () => {
	const ports = scoringDesk()
	await recordInspection(ports, staff, sheet)
	expect(ports.draftMarks.keys()).toEqual([])
	ports.clock.at = Date.parse('2026-12-02T02:00:00Z')
	await correctInspection(ports, staff, ID, correction)
	expect(ports.draftMarks.keys()).toEqual(['2026-11'])
	await recordInspection(ports, staff, { ...sheet, day: '2026-10-05' })
	expect(ports.draftMarks.keys()).toEqual(['2026-10', '2026-11'])
})

test('whatever call a crash hits, the same sheet sent again is recorded once, and its month is drafted anew', async () => {
	for (const nth of [1, 2]) {
		let calls = 0
		const crashing = async () => {
			calls += 1
			if (calls === nth) throw new Error('crash')
		}
		const ports = scoringDesk({ beforeCall: crashing })
		const old = { ...sheet, day: '2026-10-05' }
		await expect(recordInspection(ports, staff, old)).rejects.toThrow('crash')
		expect((await recordInspection(ports, staff, old)).status).toBe(nth === 1 ? 201 : 200)
		expect(ports.draftMarks.keys()).toEqual(['2026-10'])
		expect(ports.inspections.sheets.size).toBe(1)
	}
})

test('the rounds of a month name every courtyard the viewer may see, those not visited as well', async () => {
	const ports = scoringDesk()
	await recordInspection(ports, staff, sheet)
	const rounds = await roundsOfMonth(ports, staff, '2026-11')
	const { courtyards } = InspectionRoundsView.parse('body' in rounds && rounds.body)
	expect(courtyards.find(({ courtyard }) => courtyard === 'yard-1')).toMatchObject({ score: 95, sheets: [{ id: ID }] })
	expect(courtyards.filter(({ score }) => score === null).length).toBe(courtyards.length - 1)
	expect(await roundsOfMonth(ports, head, '2026-11')).toMatchObject({ body: { courtyards: [{ courtyard: 'yard-1' }] } })
	expect(await roundsOfMonth(ports, staff, 'November')).toMatchObject({ status: 400 })
})
