import { expect, test } from 'vitest'
import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import type { OverviewView } from '../../../shared/contract/service/overview.ts'
import { placeOf } from '../../../web/desk/placeOf.ts'
import { revolutionSummary } from '../../../web/desk/today/revolutionSummary.ts'
import { todayWords } from '../../../web/desk/today/todayWords.ts'
import { waitingItems } from '../../../web/desk/today/waitingItems.ts'
import { spoken } from '../../../web/i18n/language.ts'
import { courtyard } from '../../doubles/township.ts'

const yard = (id: string, score: number | null, reporting = 1): CourtyardView => ({
	...courtyard,
	id,
	score,
	band: 'good',
	revolutions: { waste: { score, band: 'good', reporting, devices: 2, primary: [] } },
	at: '2026-11-23T06:12:00Z',
})

test('a revolution stands as the mean of the courtyards that have a score, and names the lowest', () => {
	const summary = revolutionSummary([yard('a', 90), yard('b', 50), yard('c', null, 0)], 'waste')
	expect(summary).toMatchObject({ score: 70, band: 'fair', reporting: 2, devices: 6 })
	expect(summary?.lowest?.courtyard.id).toBe('b')
})

test('without any score a revolution is unknown, not zero', () => {
	expect(revolutionSummary([yard('a', null)], 'waste')).toMatchObject({ score: null, band: 'insufficient' })
})

test('a revolution that no courtyard has is not shown', () => {
	expect(revolutionSummary([yard('a', 90)], 'sewage')).toBeUndefined()
})

const none = { count: 0, first: [] }
const quiet: OverviewView = {
	tasks: { count: 0, isAll: true, byState: {}, urgent: none, soon: none, unassigned: 0, toVerify: 0 },
	silent: none,
	battery: none,
	desk: {
		drafts: [],
		corrections: [],
		appeals: 0,
		channels: [],
		quarantine: { lastDay: 0, dayBefore: 3, isAll: true },
	},
}
const context = { t: spoken(todayWords, 'zh'), language: 'zh' as const, now: Date.parse('2026-11-23T06:12:00Z') }

test('what does not wait is not named', () => {
	expect(waitingItems(quiet, { month: '2026-10', open: 0 }, context)).toEqual([])
})

test('a failing channel comes first, for nobody is told of anything through it', () => {
	const channels = [{ id: 'w', name: '村微信群', failingSince: '2026-11-23T04:12:00.000Z' }]
	const desk = { ...quiet.desk, ...{ drafts: ['2026-10'], channels } }
	const items = waitingItems({ ...quiet, desk: { ...quiet.desk, ...desk } } as OverviewView, undefined, context)
	expect(items.map(({ text }) => text)).toEqual(['通知通道“村微信群”已中断 2 小时', '2026年10月评比待发布'])
})

test('more refused messages than one look takes in are told as that many or more', () => {
	const quarantine = { lastDay: 100, dayBefore: 0, isAll: false }
	const items = waitingItems({ ...quiet, desk: { ...quiet.desk, quarantine } } as OverviewView, undefined, context)
	expect(items).toMatchObject([{ count: '100+' }])
	expect(items[0]?.note).toBeUndefined()
})

test('every page of the desk lies under one place of the navigation, devices under courtyards', () => {
	expect(['/desk', '/desk/', '/desk/courtyards/a', '/desk/devices/b', '/desk/tasks'].map(placeOf)).toEqual([
		'/desk',
		'/desk',
		'/desk/courtyards',
		'/desk/courtyards',
		'/desk/tasks',
	])
})
