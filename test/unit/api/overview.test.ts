import { expect, test } from 'vitest'
import { getChanges } from '../../../functions/api/overview/changes.ts'
import { getOverview } from '../../../functions/api/overview/overview.ts'
import type { Outcome } from '../../../shared/contract/http/outcome.ts'
import type { CourtyardDay } from '../../../shared/contract/score/score.ts'
import { ChangesView, OverviewView } from '../../../shared/contract/service/overview.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { applyAction } from '../../../shared/domain/task/applyAction.ts'
import type { KeptChanges } from '../../../shared/ports/dayChanges.ts'
import { MemoryDayChanges } from '../../doubles/memoryDayChanges.ts'
import { MemoryDayScores } from '../../doubles/memoryDayScores.ts'
import { MemoryChannelBook, MemoryChannelStates } from '../../doubles/memoryOutbox.ts'
import { MemoryQuarantine } from '../../doubles/memoryQuarantine.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { MemoryVillagesNow } from '../../doubles/memoryVillagesNow.ts'
import { robot } from '../../doubles/notifyBench.ts'
import { scoredMonth } from '../../doubles/scoredMonth.ts'
import { NOW, scoringDesk, staff } from '../../doubles/scoringDesk.ts'
import { alarmTask, inspectionTask, somebody } from '../../doubles/tasks.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const village = {
	role: 'village' as const,
	village: 'village-2',
	courtyards: new Set(['yard-2']),
	person: { id: 'v', name: '周兰' },
}
const bodyOf = (outcome: Outcome): unknown => ('body' in outcome ? outcome.body : outcome)

/** A desk on which these tasks lie. */
const deskWith = async (...tasks: Parameters<MemoryTaskStore['put']>[0][]) => {
	const store = new MemoryTaskStore()
	for (const task of tasks) await store.put(task, undefined)
	const quarantine = new MemoryQuarantine()
	const channelStates = new MemoryChannelStates()
	const scores = new MemoryDayScores()
	return {
		...scoringDesk(),
		tasks: store,
		quarantine,
		channels: new MemoryChannelBook(robot),
		channelStates,
		scores,
		dayChanges: new MemoryDayChanges(),
		villagesNow: new MemoryVillagesNow(),
		now: () => NOW,
	}
}
const look = async (desk: Awaited<ReturnType<typeof deskWith>>, viewer: Parameters<typeof getOverview>[1] = staff) =>
	OverviewView.parse(bodyOf(await getOverview(desk, viewer)))

test('overdue tasks come first, the longest overdue at the top, then urgent ones', async () => {
	const { tasks } = await look(
		await deskWith(
			alarmTask({ rule: 'fire', severity: 'critical', onset: NOW - 60_000 }),
			alarmTask({ rule: 'fill-high', onset: NOW - 5 * HOUR }),
			alarmTask({ rule: 'ammonia-high', onset: NOW - 30 * HOUR }),
			alarmTask({ rule: 'cod-high', onset: NOW - 60_000 }),
		),
	)
	expect(tasks.urgent.first.map(({ what, due }) => [what.zh, due?.isOverdue])).toEqual([
		['氨气超标', true],
		['垃圾满溢', true],
		['垃圾箱高温，可能着火', false],
	])
	expect(tasks).toMatchObject({ count: 4, isAll: true, byState: { raised: 4 }, unassigned: 4 })
})

test('a repair that no sensor can confirm waits for somebody to look at it', async () => {
	const seen = inspectionTask()
	const fixed = applyAction(seen, { type: 'fix' }, somebody('head'), NOW - HOUR, defaultProfile)
	if (fixed.is !== 'done') throw new Error('a task can be fixed')
	const { tasks } = await look(await deskWith(fixed.task))
	expect(tasks).toMatchObject({ toVerify: 1, unassigned: 0, byState: { fixed: 1 } })
})

test('silent sensors and low batteries are named apart', async () => {
	const view = await look(
		await deskWith(
			alarmTask({ rule: 'silent', concerns: 'device', onset: NOW - HOUR }),
			alarmTask({ rule: 'outage', concerns: 'device', onset: NOW - HOUR, device: 'village-1' }),
			alarmTask({ rule: 'battery-low', concerns: 'device', severity: 'minor', onset: NOW - HOUR }),
		),
	)
	expect(view.silent.count).toBe(2)
	expect(view.battery.first[0]?.what.zh).toBe('传感器电量低')
})

test('the village sees the tasks of its own courtyards and nothing that only the township settles', async () => {
	const desk = await deskWith(alarmTask(), alarmTask({ courtyard: 'yard-2', rule: 'fill-high' }))
	const view = await look(desk, village)
	expect(view.tasks.count).toBe(1)
	expect(view.desk).toBeUndefined()
})

test('the township is told of failing channels and of refused messages, which a replay takes off the list', async () => {
	const desk = await deskWith()
	const message = { topic: 't', thing: 'toilet-1', faults: [], payload: new Uint8Array(), expires: NOW / 1000 + 9 }
	for (const [id, ago] of [
		['a', HOUR],
		['b', 2 * HOUR],
		['c', DAY + HOUR],
	] as const)
		await desk.quarantine.keep({ ...message, id, receivedAt: NOW - ago })
	await desk.quarantine.markReplayed({ id: 'b', receivedAt: NOW - 2 * HOUR }, { at: NOW, by: { id: 'u', name: 'u' } })
	const quiet = { failures: 3, waiting: 2, lately: [], recipients: {}, claimedUntil: 0, version: 1 }
	await desk.channelStates.put({ channel: robot.id, failingSince: NOW - HOUR, ...quiet }, undefined)
	expect((await look(desk)).desk).toMatchObject({
		channels: [{ name: robot.name }],
		quarantine: { lastDay: 1, dayBefore: 1, isAll: true },
	})
})

test('the same overview is told in the same bytes a quarter of an hour later, so that polling is cheap', async () => {
	const desk = await deskWith(alarmTask({ onset: NOW - 60_000 }))
	const later = { ...desk, now: () => NOW + 15 * 60_000 }
	expect(JSON.stringify(await getOverview(later, staff))).toBe(JSON.stringify(await getOverview(desk, staff)))
})

const dayOf = (courtyard: string, day: string, points: number): CourtyardDay => {
	const found = scoredMonth(courtyard, '2026-11', points).find((one) => one.day === day)
	if (!found) throw new Error(`no ${day}`)
	return found
}

/** Scores of yesterday and the day before, each hour of which lost so many points. */
const changed = async (before: number, after: number) => {
	const desk = await deskWith()
	await desk.scores.put(dayOf('yard-1', '2026-11-21', before), 1)
	await desk.scores.put(dayOf('yard-1', '2026-11-22', after), 1)
	return ChangesView.parse(bodyOf(await getChanges(desk, staff)))
}

test('a courtyard that fell is told with the points it lost and what took most of them', async () => {
	const { courtyards, ...view } = await changed(2, 12)
	expect(view).toMatchObject({ day: '2026-11-22', before: '2026-11-21', compared: 1, up: 0, down: 1 })
	expect(courtyards).toMatchObject([{ score: 88, before: 98, change: -10, cause: { factor: 'ammonia', points: -5 } }])
	expect(courtyards[0]?.cause?.text.zh).toMatch(/“氨气偏高”加重$/)
})

test('a change of less than a point is not worth a line', async () => {
	expect(await changed(2, 2.5)).toMatchObject({ compared: 1, up: 0, down: 0, courtyards: [] })
})

test('tasks raised and closed in the last day are counted, older ones are not', async () => {
	const desk = await deskWith(alarmTask({ onset: NOW - HOUR }), alarmTask({ rule: 'fill-high', onset: NOW - 2 * DAY }))
	const dismissed = applyAction(
		inspectionTask(),
		{ type: 'dismiss', reason: 'duplicate', note: '重复' },
		somebody('staff'),
		NOW - HOUR,
		defaultProfile,
	)
	if (dismissed.is !== 'done') throw new Error('a task can be dismissed')
	await desk.tasks.put(dismissed.task, undefined)
	const { tasks } = ChangesView.parse(bodyOf(await getChanges(desk, staff)))
	expect(tasks).toEqual({ raised: 2, verified: 0, dismissed: 1 })
})

/** What a run of the rollup has put: more than this desk's registry and scores know, so that it can be told apart. */
const kept = (day: string): KeptChanges => ({
	stamp: 'any',
	changes: {
		day,
		before: '2026-11-21',
		compared: 40,
		up: 1,
		down: 1,
		courtyards: [
			{ courtyard: 'yard-gone', score: 90, before: 60, change: 30 },
			{ courtyard: 'yard-1', score: 88, before: 98, change: -10 },
		],
	},
})

test('staff are told the changes that are kept, and no courtyard is read; one that is gone by now has no line', async () => {
	const desk = await deskWith()
	desk.dayChanges.all = kept('2026-11-22')
	desk.scores.days = () => Promise.reject(new Error('a courtyard is read'))
	desk.tasks.ofCourtyard = () => Promise.reject(new Error('the tasks of a courtyard are read'))
	const view = ChangesView.parse(bodyOf(await getChanges(desk, staff)))
	expect(view).toMatchObject({ compared: 40, courtyards: [{ courtyard: 'yard-1', band: 'good', change: -10 }] })
})

test.each([
	['nothing', undefined],
	['another day', kept('2026-11-21')],
])('where %s is kept, the changes are worked out from the days there are', async (_what, there) => {
	const desk = await deskWith()
	desk.dayChanges.all = there
	await desk.scores.put(dayOf('yard-1', '2026-11-21', 2), 1)
	await desk.scores.put(dayOf('yard-1', '2026-11-22', 12), 1)
	expect(ChangesView.parse(bodyOf(await getChanges(desk, staff)))).toMatchObject({ day: '2026-11-22', compared: 1 })
})

test('the village is told what changed in its own courtyards, not what is kept of all', async () => {
	const ended = ['yard-1', 'yard-2'].map((courtyard): Task => {
		const task = alarmTask({ courtyard, device: `toilet-of-${courtyard}` })
		const event = { at: NOW - HOUR, actor: { kind: 'sensor', id: task.id }, type: 'verified', to: 'verified' } as const
		return { ...task, state: 'verified', events: [...task.events, event] }
	})
	const desk = await deskWith(...ended)
	desk.dayChanges.all = kept('2026-11-22')
	for (const courtyard of ['yard-1', 'yard-2']) {
		await desk.scores.put(dayOf(courtyard, '2026-11-21', 2), 1)
		await desk.scores.put(dayOf(courtyard, '2026-11-22', 12), 1)
	}
	const view = ChangesView.parse(bodyOf(await getChanges(desk, village)))
	expect(view).toMatchObject({ compared: 1, courtyards: [{ courtyard: 'yard-2' }], tasks: { verified: 1 } })
	expect(ChangesView.parse(bodyOf(await getChanges(desk, staff)))).toMatchObject({ tasks: { verified: 2 } })
	desk.dayChanges.villages.set('village-2', kept('2026-11-22'))
	const ofVillage = ChangesView.parse(bodyOf(await getChanges(desk, village)))
	// What is kept of the village may name a courtyard that has moved to another since.
	expect(ofVillage).toMatchObject({ compared: 40, courtyards: [] })
})

test('before a day may be scored nothing is compared, and no courtyard is read', async () => {
	const desk = { ...(await deskWith()), now: () => Date.parse('2026-11-22T16:05:00Z') }
	desk.scores.days = () => Promise.reject(new Error('a courtyard is read'))
	expect(ChangesView.parse(bodyOf(await getChanges(desk, staff)))).toMatchObject({ day: '2026-11-22', compared: 0 })
})
