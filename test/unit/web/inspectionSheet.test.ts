import { expect, test } from 'vitest'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import {
	type Draft,
	isMarked,
	marked,
	scoreOf,
	versionOn,
	withOther,
} from '../../../web/desk/inspections/sheetDraft.ts'
import { sheetHref, sheetId } from '../../../web/desk/inspections/sheetHref.ts'

const items = defaultProfile.inspection
const [toilets] = items
const overflow = { name: { zh: '粪污外溢', en: 'overflow' }, points: 10 }

test('a tap marks a defect, another takes the mark away', () => {
	const once = marked([], 'toilets', overflow)
	expect(isMarked(once, 'toilets', overflow.name)).toBe(true)
	expect(isMarked(once, 'garbage', overflow.name)).toBe(false)
	expect(marked(once, 'toilets', overflow)).toEqual([])
})

test('the score follows what is marked, and an item never falls below zero', () => {
	expect(scoreOf([], items).score).toBe(100)
	const heavy: Draft = [{ item: 'toilets', note: '塌了', points: 400 }]
	expect(scoreOf(heavy, items).score).toBeCloseTo(75, 9)
	expect(scoreOf(heavy, items).left.get('toilets')).toBe(0)
	expect(scoreOf(marked([], 'toilets', overflow), items).left.get('toilets')).toBe((toilets?.points ?? 0) - 10)
})

test('something else counts when it says what and how much', () => {
	expect(withOther([], 'garbage', '  ', 3)).toEqual([])
	expect(withOther([], 'garbage', '异物', 0)).toEqual([])
	expect(withOther([], 'garbage', ' 异物 ', 3)).toEqual([{ item: 'garbage', note: '异物', points: 3 }])
})

test('a day is judged by the sheet that was in force on it', () => {
	const profiles = [
		{ version: 'new', effectiveFrom: '2026-11-01' },
		{ version: 'old', effectiveFrom: '2020-01-01' },
	]
	expect(versionOn(profiles, '2026-11-01')).toBe('new')
	expect(versionOn(profiles, '2026-10-31')).toBe('old')
	expect(versionOn([], '2026-10-31')).toBeUndefined()
})

test('the address of a sheet has no point, and leads back to it', () => {
	expect(sheetHref('2026-11-21.lijia')).toBe('/desk/inspections/lijia/2026-11-21')
	expect(sheetId({ courtyard: 'lijia', day: '2026-11-21' })).toBe('2026-11-21.lijia')
})
