import { expect, test } from 'vitest'
import type { RankedRow, RankingRow } from '../../../shared/contract/ranking/ranking.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { movedCount, moveKey } from '../../../web/desk/rankings/moveKey.ts'
import { placeShown, scopeOf, shownRows } from '../../../web/desk/rankings/shownRows.ts'
import { fieldOf, formOf, profileWith } from '../../../web/desk/rankings/whatIfProfile.ts'
import { percent } from '../../../web/i18n/format.ts'

const about = {
	name: { zh: '李家院子', en: 'Li Family Courtyard' },
	villageName: { zh: '青龙村', en: 'Qinglong Village' },
	township: 'jianshe',
	households: 23,
}
const part = { score: 90, share: 1 }
const ranked = (courtyard: string, village: string, kind: RankedRow['kind'], rank: number): RankedRow => ({
	is: 'ranked',
	...about,
	courtyard,
	village,
	kind,
	score: 100 - rank,
	parts: { environment: part, inspection: part, response: part },
	places: {
		township: { rank, of: 9 },
		village: { rank: rank - 1, of: 4 },
		kind: { rank: rank - 2, of: 3 },
		peers: { rank: 1, of: 1 },
	},
	peers: { zh: '', en: '' },
	change: { is: 'moved', places: 2, text: { zh: '', en: '' } },
})
const rows: RankingRow[] = [
	ranked('b', 'qinglong', 'settlement', 7),
	ranked('a', 'qinglong', 'concentric', 4),
	ranked('c', 'shiqiao', 'concentric', 5),
	{ is: 'unranked', ...about, courtyard: 'd', village: 'shiqiao', kind: 'settlement', score: null, lacks: [] },
]

test('a filter leaves the courtyards of the village and kind, the best first, those without a place apart', () => {
	const { ranked: all, apart } = shownRows(rows, { village: '', kind: '' })
	expect(all.map(({ courtyard }) => courtyard)).toEqual(['a', 'c', 'b'])
	expect(apart.map(({ courtyard }) => courtyard)).toEqual(['d'])
	expect(shownRows(rows, { village: 'shiqiao', kind: 'concentric' }).ranked.map(({ courtyard }) => courtyard)).toEqual([
		'c',
	])
})

test('the place shown is that within what is shown; a kind within a village has no ranking of its own', () => {
	const row = ranked('a', 'qinglong', 'concentric', 4)
	expect(placeShown(row, { village: '', kind: '' }).rank).toBe(4)
	expect(placeShown(row, { village: 'qinglong', kind: '' }).rank).toBe(3)
	expect(placeShown(row, { village: '', kind: 'concentric' }).rank).toBe(2)
	expect(placeShown(row, { village: 'qinglong', kind: 'concentric' }).rank).toBe(4)
	expect(scopeOf({ village: '', kind: 'concentric' })).toBe('kind:concentric')
	expect(scopeOf({ village: 'qinglong', kind: 'concentric' })).toBe('village:qinglong')
})

test('of two rankings side by side only those that are ranked in both move, the longest way up first', () => {
	const moves = [{ places: -3 }, { places: null }, { places: 0 }, { places: 2 }]
	expect(movedCount(moves)).toBe(2)
	expect(moves.map(moveKey)).toEqual([3, null, -0, -2])
})

test('a trial keeps all of a profile but the numbers that were typed', () => {
	const form = formOf(defaultProfile)
	expect(profileWith(defaultProfile, form)).toEqual({ ...defaultProfile, version: `${defaultProfile.version}-trial` })
	const changed = profileWith(defaultProfile, { ...form, inspection: '45', sewage: '2' })
	expect(changed.ranking.weights).toEqual({ ...defaultProfile.ranking.weights, inspection: 45 })
	expect(changed.weights.sewage).toBe(2)
	expect(fieldOf('profile.ranking.weights.inspection')).toBe('inspection')
})

test('a share is said in percent, with a decimal only where there is one', () => {
	expect([percent(0.6, 'zh'), percent(2 / 3, 'en'), percent(1, 'en')]).toEqual(['60%', '66.7%', '100%'])
})
