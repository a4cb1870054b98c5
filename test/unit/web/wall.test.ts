import { expect, test } from 'vitest'
import { badRequest, tooMany } from '../../../shared/contract/http/outcome.ts'
import type { WallRanking, WallView } from '../../../shared/contract/wall/publicWall.ts'
import { NewReport } from '../../../shared/contract/wall/report.ts'
import { spoken } from '../../../web/i18n/language.ts'
import { scaledSize } from '../../../web/photos/scaledSize.ts'
import { randomKey } from '../../../web/task/randomKey.ts'
import { faultsOf, plainProblem, problemWords } from '../../../web/wall/tell/plainProblem.ts'
import { pageOn, tvPages } from '../../../web/wall/tv/tvPages.ts'
import { villageView } from '../../../web/wall/villageView.ts'
import { empty, withRanking } from '../../screenshots/wallSample.ts'

const yard = (index: number): WallView['courtyards'][number] => ({
	id: `yard-${index}`,
	name: { zh: `院落${index}`, en: `Yard ${index}` },
	village: index % 2 === 0 ? 'even' : 'odd',
	score: index === 0 ? null : 100 - index,
	band: 'good',
	revolutions: {},
})
const bare: WallView = {
	at: '2026-11-24T00:00:00.000Z',
	township: { id: 'town', name: { zh: '建设镇', en: 'Jianshe' } },
	townships: [{ id: 'town', name: { zh: '建设镇', en: 'Jianshe' } }],
	villages: [
		{ id: 'even', name: { zh: '双村', en: 'Even' } },
		{ id: 'odd', name: { zh: '单村', en: 'Odd' } },
	],
	courtyards: Array.from({ length: 14 }, (_, index) => yard(index)),
	problems: {
		month: '2026-11',
		reported: { sensors: 0, residents: 0, inspections: 0 },
		solved: 0,
		underWay: 0,
		services: { ordered: 0, delivered: 0 },
		latest: [],
	},
	months: [],
	ranking: null,
}
const view = withRanking(bare)
const t = spoken(problemWords, 'zh')

test('a TV shows every courtyard once, the best first, as evenly as can be, and what is not known last', () => {
	const scores = tvPages(view).flatMap((page) => (page.is === 'scores' ? [page.courtyards] : []))
	expect(scores.map(({ length }) => length)).toEqual([7, 7])
	expect(scores.flat().map(({ id }) => id)).toEqual([
		...Array.from({ length: 13 }, (_, i) => `yard-${i + 1}`),
		'yard-0',
	])
})

test('a TV goes through scores, ranking, both lists and problems, and begins again', () => {
	const pages = tvPages(view)
	expect([...new Set(pages.map(({ is }) => is))]).toEqual(['scores', 'ranking', 'red', 'black', 'problems'])
	expect(pageOn(pages, pages.length)).toBe(pages[0])
})

test('where nothing is published a TV has no empty page of it', () => {
	expect(tvPages(empty(bare)).map(({ is }) => is)).toEqual(['scores', 'scores', 'problems'])
	expect(pageOn([], 3)).toBeUndefined()
})

test('a village sees its own courtyards, with their places in the township; a village that is not there sees all', () => {
	const odd = villageView(view, 'odd')
	expect(odd.courtyards.map(({ id }) => id)).toEqual([1, 3, 5, 7, 9, 11, 13].map((i) => `yard-${i}`))
	const ranks = (ranking: WallRanking | null) => ranking?.rows.map(({ rank }) => rank)
	expect(ranks(odd.ranking)).toEqual([2, 4, 6, 8, 10, 12])
	expect(villageView(view, 'nowhere')).toBe(view)
})

test('a form has a key that the API takes, and never the same twice', () => {
	const keys = [randomKey(), randomKey()]
	expect(new Set(keys).size).toBe(2)
	for (const key of keys) expect(NewReport.safeParse({ key, courtyard: 'lijia', what: '满了' }).success).toBe(true)
})

const report = { what: true, service: false, contact: false }
const filled = { courtyard: 'lijia', what: '桶满了', place: '', phone: '', name: '', household: '' }

test('a report needs a courtyard and words, and nothing else', () => {
	expect(faultsOf(filled, report, t)).toBeUndefined()
	const wrong = faultsOf({ ...filled, courtyard: '', what: ' ', phone: '12' }, report, t)
	expect(wrong?.errors?.map(({ field }) => field)).toEqual(['what', 'courtyard', 'phone'])
})

test('an order needs a service and somebody to be found, by telephone or by house', () => {
	const order = { what: false, service: true, contact: true }
	const wish = { ...filled, what: '', service: 'bulky-waste' }
	expect(faultsOf({ ...wish, service: '' }, order, t)?.errors?.map(({ field }) => field)).toEqual(['service', 'phone'])
	expect(faultsOf({ ...wish, household: '3组12号' }, order, t)).toBeUndefined()
})

test('a refusal is told in plain words, in the language of the reader', () => {
	const problem = tooMany(1500)
	const broken = (status: number) => ({ type: 'x', title: 'English', status, zh: { title: '中文' } })
	expect(plainProblem(problem, t).title).toBe('这里提交得太多了，请 25 分钟后再试。您填的内容都还在。')
	const english = spoken(problemWords, 'en')
	expect(plainProblem({ ...problem, retryAfter: 10 }, english).title).toContain('in 1 min')
	expect(plainProblem(broken(413), t).title).toBe(t.tooLarge)
	expect(plainProblem(broken(500), t).title).toBe(t.failed)
})

test('what the server finds wrong stands at the field it is about', () => {
	const told = plainProblem(badRequest('contact.phone', { zh: '电话有误', en: 'wrong' }), t)
	expect(told.errors).toEqual([{ field: 'phone', message: t.phone, zh: t.phone }])
})

test('a photo is scaled down to 1600 pixels, keeps its shape, and is never blown up', () => {
	expect(scaledSize({ width: 4000, height: 3000 })).toEqual({ width: 1600, height: 1200 })
	expect(scaledSize({ width: 1080, height: 2400 })).toEqual({ width: 720, height: 1600 })
	expect(scaledSize({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 })
	expect(scaledSize({ width: 20_000, height: 2 })).toEqual({ width: 1600, height: 1 })
})
