import { expect, test } from 'vitest'
import type { Task } from '../../../shared/contract/task/task.ts'
import type { TaskAction } from '../../../shared/contract/task/taskAction.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { stateAlarm } from '../../../shared/domain/task/alarmTask.ts'
import { applyAction } from '../../../shared/domain/task/applyAction.ts'
import { taskFigures } from '../../../shared/domain/task/figures.ts'
import { alarmTask, HOUR, RAISED, somebody, subjectOf } from '../../doubles/tasks.ts'
import { courtyard } from '../../doubles/township.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const span = { from: RAISED - DAY, to: RAISED + DAY, now: RAISED + 10 * DAY }
const yards = [
	{ ...courtyard, head: '李国富' },
	{ ...courtyard, id: 'yard-2', head: '李国富' },
	{ ...courtyard, id: 'yard-3', head: '陈秀英' },
]
const figures = (tasks: readonly Task[], change: Partial<typeof span> = {}) =>
	taskFigures(tasks, yards, { ...span, ...change })

/** Acknowledge within 4 hours, fix within 24. */
let onset = RAISED
const fresh = (change: Parameters<typeof alarmTask>[0] = {}) => {
	onset += MINUTE
	return alarmTask({ onset, ...change })
}
const act = (task: Task, minutes: number, action: TaskAction): Task => {
	const at = task.escalation.since + minutes * MINUTE
	const result = applyAction(task, action, somebody('staff'), at, defaultProfile)
	if (result.is === 'refused') throw new Error(JSON.stringify(result.refusal))
	return result.task
}

test('what is taken up and mended in time is told from what is not, and what still has time is left out', () => {
	const quick = act(act(fresh(), 10, { type: 'acknowledge' }), 60, { type: 'fix' })
	const slow = act(act(fresh(), 5 * 60, { type: 'start' }), 25 * 60, { type: 'fix' })
	const ignored = fresh()
	const { acknowledgedInTime, fixedInTime } = figures([quick, slow, ignored])
	expect(acknowledgedInTime).toEqual({ count: 1, of: 3, share: 1 / 3 })
	expect(fixedInTime).toEqual({ count: 1, of: 3, share: 1 / 3 })
	expect(figures([ignored], { now: onset + MINUTE }).acknowledgedInTime).toEqual({ count: 0, of: 0, share: null })
})

test('an alarm that was over by itself before its time is in time', () => {
	const subject = subjectOf({ onset: RAISED })
	const over = stateAlarm(alarmTask({ onset: RAISED }), subject, HOUR, {
		rev: 2,
		interval: { raisedAt: RAISED, clearedAt: RAISED + 10 * MINUTE },
	})
	expect(figures([over])).toMatchObject({ acknowledgedInTime: { count: 1, of: 1 }, fixedInTime: { count: 1, of: 1 } })
})

test('a repair counts by its last time, and a task that came back as reopened', () => {
	const back = act(act(fresh(), 60, { type: 'fix' }), 90, { type: 'reopen', note: '还是满的' })
	expect(figures([back])).toMatchObject({ reopened: { count: 1, of: 1 }, fixedInTime: { count: 0, of: 1 } })
	const late = act(back, 30 * 60, { type: 'fix' })
	expect(figures([late]).fixedInTime).toEqual({ count: 0, of: 1, share: 0 })
})

test('false alarms are counted by rule, and only those dismissed as such', () => {
	const wrong = act(fresh(), 10, { type: 'dismiss', reason: 'false-alarm' })
	const twice = act(fresh(), 10, { type: 'dismiss', reason: 'duplicate' })
	expect(figures([wrong, twice, fresh(), fresh()]).falseAlarms).toMatchObject({
		count: 1,
		of: 4,
		share: 0.25,
		rules: [{ rule: 'ammonia-high', count: 1, text: { zh: '氨气超标' } }],
	})
})

test('alarms for each head and day count those of all his courtyards, and not those of sensors', () => {
	const tasks = [fresh(), fresh({ courtyard: 'yard-2' }), fresh({ courtyard: 'yard-2', concerns: 'device' })]
	expect(figures(tasks).alarmsPerHeadPerDay).toEqual({
		mean: 0.5,
		heads: [
			{ head: '李国富', courtyards: ['yard-1', 'yard-2'], alarms: 2, perDay: 1 },
			{ head: '陈秀英', courtyards: ['yard-3'], alarms: 0, perDay: 0 },
		],
	})
})

test('the ten devices with most alarms and their share', () => {
	const tasks = Array.from({ length: 12 }, (_, i) => fresh({ device: `toilet-${i + 10}` }))
	const { topDevices } = figures([...tasks, fresh({ device: 'toilet-21' })])
	expect(topDevices).toMatchObject({ count: 11, of: 13 })
	expect(topDevices.devices).toHaveLength(10)
	expect(topDevices.devices[0]).toEqual({ device: 'toilet-21', alarms: 2 })
})

test.each([
	[[0, 20, 59], 1],
	[[0, 20, 60], 0],
	[[0, 20], 0],
])('alarms at the minutes %j are %i that chatter', (minutes, count) => {
	const tasks = minutes.map((minute) => alarmTask({ onset: RAISED + minute * MINUTE }))
	expect(figures(tasks).chattering).toHaveLength(count)
})

test('tasks of another time, and those that never were, do not count', () => {
	const never = { ...fresh(), state: 'withdrawn' as const }
	expect(figures([never, alarmTask({ onset: span.to }), alarmTask({ onset: span.from - 1 })]).tasks).toBe(0)
	expect(figures([alarmTask({ onset: span.from })]).tasks).toBe(1)
})
