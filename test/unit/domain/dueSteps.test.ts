import { describe, expect, test } from 'vitest'
import type { Task } from '../../../shared/contract/task/task.ts'
import type { TaskAction } from '../../../shared/contract/task/taskAction.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { applyAction } from '../../../shared/domain/task/applyAction.ts'
import { applyStep, due, nextStep, scheduled } from '../../../shared/domain/task/dueSteps.ts'
import { noteRepeats } from '../../../shared/domain/task/repeats.ts'
import { afterQuiet, deadlinesFrom } from '../../../shared/domain/task/serviceLevel.ts'
import { triageOf } from '../../../shared/domain/task/triage.ts'
import { alarmTask, inspectionTask, RAISED, somebody, subjectOf } from '../../doubles/tasks.ts'
import { toilet } from '../../doubles/township.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (minutes: number): number => RAISED + minutes * MINUTE

const act = (task: Task, action: TaskAction, minutes: number): Task => {
	const result = applyAction(task, action, somebody('staff'), at(minutes), defaultProfile)
	if (result.is === 'refused') throw new Error(JSON.stringify(result.refusal))
	return result.task
}

/** Lets the clock run, minute by minute, and says what it did and when. */
function clock(task: Task, from: number, until: number): { task: Task; did: string[] } {
	const did: string[] = []
	let current = task
	for (let minute = from; minute <= until; minute += 1) {
		for (let step = due(current, at(minute), defaultProfile)[0]; step; ) {
			if (step.type === 'look-back') throw new Error('a task of these tests has been looked at')
			current = applyStep(current, step, at(minute), defaultProfile)
			did.push(`${minute} ${step.type} ${current.escalation.rung} ${current.state}`)
			step = due(current, at(minute), defaultProfile)[0]
		}
	}
	return { task: current, did }
}

/** Acknowledge within 30 minutes, fix within 4 hours. */
const fire = () => alarmTask({ rule: 'fire', severity: 'critical' }, 90)

describe('the ladder', () => {
	test('a fire nobody takes up climbs a rung every 30 minutes, to the top and no further', () => {
		expect(clock(fire(), 0, 1000).did).toEqual([
			'30 escalate party-group raised',
			'60 escalate party-branch raised',
			'90 escalate general-branch raised',
		])
	})

	test('acknowledging stops it; without progress the acknowledgement times out, one rung up', () => {
		const task = act(fire(), { type: 'acknowledge' }, 10)
		expect(clock(task, 10, 75).did).toEqual(['70 time-out party-group raised'])
	})

	test('work that takes too long climbs at its deadline, and then at each further one', () => {
		const task = act(fire(), { type: 'start' }, 10)
		expect(clock(task, 10, 500).did).toEqual([
			'240 escalate party-group in-progress',
			'480 escalate party-branch in-progress',
		])
	})

	test('every step tells people anew and stands in the trail', () => {
		const { task } = clock(fire(), 0, 30)
		expect(task.alert).toEqual({ dueAt: at(30) })
		expect(task.events.at(-1)).toMatchObject({
			actor: { kind: 'machine' },
			type: 'escalated',
			data: { fromRung: 'courtyard', rung: 'party-group', because: 'not-acknowledged' },
		})
	})

	test('a sweep that comes a day late passes it up once, not three times at once', () => {
		expect(clock(fire(), 24 * 60, 24 * 60).did).toHaveLength(1)
	})

	test('the promise itself does not move', () => {
		expect(clock(fire(), 0, 1000).task.deadlines).toEqual(fire().deadlines)
	})
})

describe('a repair that the sensor does not see', () => {
	test('comes back after the verification window, one rung up, and again', () => {
		const first = clock(act(alarmTask(), { type: 'fix' }, 20), 20, 150)
		expect(first.did).toEqual(['140 reopen party-group reopened'])
		expect(clock(act(first.task, { type: 'fix' }, 160), 160, 300).did).toEqual(['280 reopen party-branch reopened'])
	})

	test('of something without a sensor waits for people', () => {
		expect(nextStep(act(inspectionTask(), { type: 'fix' }, 20), defaultProfile)).toBeUndefined()
	})
})

test.each(['verified', 'dismissed', 'withdrawn'] as const)('nothing is due for what is %s', (state) => {
	expect(nextStep({ ...fire(), state }, defaultProfile)).toBeUndefined()
	expect(scheduled({ ...fire(), state }, defaultProfile).nextStepAt).toBeUndefined()
})

test.each([
	['in the afternoon', '2026-11-23T15:00:00+08:00', '2026-11-23T15:00:00+08:00'],
	['at the beginning of the quiet hours', '2026-11-23T22:00:00+08:00', '2026-11-24T07:00:00+08:00'],
	['after midnight', '2026-11-24T03:00:00+08:00', '2026-11-24T07:00:00+08:00'],
	['at their end', '2026-11-24T07:00:00+08:00', '2026-11-24T07:00:00+08:00'],
])('the clock of a minor task raised %s begins when people are awake', (_, raised, begins) => {
	const { quiet } = defaultProfile.serviceLevel
	expect(afterQuiet(quiet, Date.parse(raised))).toBe(Date.parse(begins))
	expect(deadlinesFrom(defaultProfile, 'minor', Date.parse(raised)).acknowledgeBy).toBe(Date.parse(begins) + 24 * HOUR)
	expect(deadlinesFrom(defaultProfile, 'critical', Date.parse(raised)).acknowledgeBy).toBe(
		Date.parse(raised) + 30 * MINUTE,
	)
})

describe('triage 三事分流', () => {
	test.each([
		[
			'a full bin',
			{ source: 'alarm', severity: 'minor', concerns: 'environment', revolution: 'waste' },
			'small',
			'courtyard',
		],
		['a sensor that needs care', { source: 'alarm', severity: 'minor', concerns: 'device' }, 'big', 'general-branch'],
		[
			'the septic tank of one household',
			{ source: 'alarm', severity: 'minor', concerns: 'environment', household: true },
			'private',
			'courtyard',
		],
		[
			'a pump that failed',
			{ source: 'alarm', severity: 'critical', concerns: 'environment', revolution: 'sewage' },
			'big',
			'general-branch',
		],
		['a report', { source: 'resident', severity: 'major' }, 'small', 'courtyard'],
		[
			'the same for the third time',
			{ source: 'alarm', severity: 'major', concerns: 'environment', repeats: 3 },
			'big',
			'general-branch',
		],
	] as const)('%s', (_, facts, kind, owner) => {
		expect(triageOf(defaultProfile, facts)).toEqual({ kind, owner })
	})
})

describe('an alarm that comes back', () => {
	/** Verified 30 minutes after it was raised. */
	const verified = (onset: number, repeats = 0) => ({
		...alarmTask({ onset }),
		repeats,
		state: 'verified' as const,
		events: [
			{
				at: onset + 30 * MINUTE,
				actor: { kind: 'sensor' as const, id: 'sensor' },
				type: 'verified' as const,
				to: 'verified' as const,
			},
		],
	})
	const again = () => alarmTask({ onset: at(0) })

	test('within a day of being verified is a repeat, and counts on from the one before', () => {
		const task = noteRepeats(again(), [verified(at(-300), 1), verified(at(-900))], toilet, at(1), defaultProfile)
		expect(task).toMatchObject({ repeats: 2, triage: { kind: 'small' } })
		expect(task.events.at(-1)).toMatchObject({ type: 'repeated', data: { repeats: 2, earlier: verified(at(-300)).id } })
	})

	test('for the third time is another rung’s matter', () => {
		const task = noteRepeats(again(), [verified(at(-300), 2)], toilet, at(1), defaultProfile)
		expect(task).toMatchObject({
			triage: { kind: 'big', owner: 'general-branch' },
			escalation: { rung: 'general-branch', steps: 0 },
			alert: { dueAt: at(1) },
		})
	})

	test.each([
		['another device', { ...verified(at(-300)), device: 'toilet-2' }],
		['another rule', { ...verified(at(-300)), rule: 'fire' }],
		['one verified more than a day ago', verified(at(-25 * 60))],
		['itself', { ...verified(at(0)) }],
	])('is no repeat of %s', (_, earlier) => {
		const task = noteRepeats(again(), [earlier], toilet, at(1), defaultProfile)
		expect(task.repeats).toBe(0)
		expect(task.events).toEqual(again().events)
	})

	test('stays whose somebody has said it is', () => {
		const decided = act(again(), { type: 'retriage', triage: 'private', reason: '住户自家的' }, 1)
		if (decided.source !== 'alarm') throw new Error('an alarm stays one')
		expect(noteRepeats(decided, [verified(at(-300), 2)], toilet, at(2), defaultProfile).triage.kind).toBe('private')
	})
})

test('what was promised is fixed when a task becomes known', () => {
	expect(alarmTask().deadlines).toEqual(subjectOf().deadlines)
})
