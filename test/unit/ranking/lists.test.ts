import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Profile } from '../../../shared/contract/profile/profile.ts'
import type { DoubtState } from '../../../shared/contract/score/dataQuality.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import type { Candidate } from '../../../shared/domain/ranking/candidate.ts'
import { doubtStates } from '../../../shared/domain/ranking/doubtStates.ts'
import { rankMonth } from '../../../shared/domain/ranking/rankMonth.ts'
import { candidate, type Said } from '../../doubles/candidates.ts'

const withLists = (redList: number, blackList: number): Profile => ({
	...defaultProfile,
	ranking: { ...defaultProfile.ranking, redList, blackList },
})

const listsOf = (profile: Profile, candidates: Candidate[]) =>
	Object.fromEntries(
		rankMonth(profile, candidates, undefined).flatMap(({ row }) =>
			row.is === 'ranked' && row.listing ? [[row.courtyard, row.listing.list]] : [],
		),
	)
const yards = (...environment: number[]) =>
	environment.map((score, i) => candidate(`yard-${i}`, { environment: score }))

const doubt: DoubtState = {
	device: 'yard-0-0',
	doubt: 'coverage-drop',
	days: ['2026-11-03', '2026-11-04'],
	openDays: ['2026-11-04'],
	isConfirmed: false,
}

test('the red list has the first places, the black list the last ones', () => {
	expect(listsOf(withLists(1, 1), yards(95, 85, 60, 50))).toEqual({ 'yard-0': 'red', 'yard-3': 'black' })
})

test('nobody is on the black list only because somebody must be last', () => {
	expect(listsOf(withLists(1, 2), yards(99, 98, 95, 92))).toEqual({ 'yard-0': 'red' })
})

test('nobody is on the red list with a score that is not good', () => {
	expect(listsOf(withLists(3, 0), yards(80, 74.99, 60))).toEqual({ 'yard-0': 'red' })
})

test('whoever shares a place shares the list', () => {
	const lists = listsOf(withLists(1, 1), yards(95, 95, 80, 50, 50))
	expect(lists).toEqual({ 'yard-0': 'red', 'yard-1': 'red', 'yard-3': 'black', 'yard-4': 'black' })
})

test('however small a township, nobody is on both lists, and a better one is never black while a worse one is not', () => {
	const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 })
	const size = fc.integer({ min: 0, max: 8 })
	fc.assert(
		fc.property(scores, size, size, (environment, red, black) => {
			const lists = listsOf(withLists(red, black), yards(...environment))
			const onList = (list: string) => environment.filter((_, i) => lists[`yard-${i}`] === list)
			expect(Math.max(-1, ...onList('black'))).toBeLessThan(Math.min(101, ...onList('red')))
			const off = environment.filter((_, i) => lists[`yard-${i}`] === undefined)
			if (onList('black').length > 0) expect(Math.max(...onList('black'))).toBeLessThan(Math.min(101, ...off))
		}),
	)
})

test('a courtyard with an open doubt about a sensor waits, keeps its place on the list, and says why', () => {
	const said: Said = { environment: 95, doubts: [doubt] }
	const all = [candidate('yard-0', said), candidate('yard-1', { environment: 90 })]
	expect(listsOf(withLists(1, 0), all)).toEqual({ 'yard-0': 'red-waiting' })
	const row = rankMonth(withLists(1, 0), all, undefined)[0]?.row
	expect(row?.is === 'ranked' && row.listing?.reason.zh).toBe(
		'传感器存疑，待核实：2号公厕 数据突然中断（11月3日起 2 天）',
	)
})

test('a doubt that proved harmless no longer holds anybody back; one that was confirmed bars', () => {
	const harmless = { ...doubt, openDays: [] }
	expect(listsOf(withLists(1, 0), [candidate('yard-0', { doubts: [harmless] })])).toEqual({ 'yard-0': 'red' })
	const confirmed = { ...harmless, isConfirmed: true }
	expect(listsOf(withLists(1, 0), [candidate('yard-0', { doubts: [confirmed] })])).toEqual({ 'yard-0': 'red-barred' })
})

test('a doubt costs nothing', () => {
	const [clean, doubted] = [
		[candidate('yard-0', { environment: 70 })],
		[candidate('yard-0', { environment: 70, doubts: [doubt] })],
	]
	const scoreOf = (all: Candidate[]) => rankMonth(defaultProfile, all, undefined)[0]?.row.score
	expect(scoreOf(doubted)).toBe(scoreOf(clean))
})

test('each entry has its reason from what cost it points', () => {
	const rows = rankMonth(withLists(1, 1), yards(100, 50), undefined).map(({ row }) => row)
	expect(rows.map((row) => row.is === 'ranked' && row.listing?.reason)).toEqual([
		{ zh: '环境 100.00 分；没有扣分', en: 'environment 100.00; nothing lost' },
		{
			zh: expect.stringMatching(/^环境 50.00 分；主要扣分：/),
			en: expect.stringMatching(/^environment 50.00; lost most by: .*ammonia/),
		},
	])
})

test('a review settles the days it names; days that come to light later are open again', () => {
	const seen = [{ device: 'd', doubt: 'moved' as const, days: ['2026-11-03', '2026-11-09'] }]
	const review = {
		month: '2026-11',
		device: 'd',
		doubt: 'moved' as const,
		days: ['2026-11-03'],
		verdict: 'harmless' as const,
		reason: '移到新厕所',
		at: 5,
		by: { id: 's', name: '王芳' },
	}
	expect(doubtStates(seen, [review])[0]).toMatchObject({ openDays: ['2026-11-09'], isConfirmed: false })
	const later = { ...review, verdict: 'confirmed' as const, at: 6 }
	expect(doubtStates(seen, [later, review])[0]).toMatchObject({ openDays: ['2026-11-09'], isConfirmed: true })
})
