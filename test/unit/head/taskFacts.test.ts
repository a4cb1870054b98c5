import { expect, test } from 'vitest'
import { taskFacts } from '../../../shared/domain/head/taskFacts.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { after } from '../../../shared/domain/task/taskState.ts'
import { alarmTask, inspectionTask, RAISED, somebody } from '../../doubles/tasks.ts'

const MINUTE = 60_000
const facts = (...tasks: Parameters<typeof taskFacts>[1]) => taskFacts(defaultProfile, tasks)
const sensor = { kind: 'sensor', id: 'sensor' } as const

test('a task tells when it was raised, what was promised, when it was taken up and when it was verified', () => {
	const taken = after(alarmTask(), {
		at: RAISED + 10 * MINUTE,
		actor: somebody('head'),
		type: 'acknowledged',
		to: 'acknowledged',
	})
	const done = after(taken, { at: RAISED + 90 * MINUTE, actor: sensor, type: 'verified', to: 'verified' })
	expect(facts(done)).toEqual([
		{
			raisedAt: RAISED,
			acknowledgeBy: RAISED + 240 * MINUTE,
			fixBy: RAISED + 1440 * MINUTE,
			acknowledgedAt: RAISED + 10 * MINUTE,
			verifiedAt: RAISED + 90 * MINUTE,
			reopened: false,
			dismissed: false,
		},
	])
})

test('a task that came back says so, and is not verified until it is again', () => {
	const done = after(alarmTask(), { at: RAISED + 90, actor: sensor, type: 'verified', to: 'verified' })
	const back = after(done, { at: RAISED + 99, actor: somebody('staff'), type: 'reopened', to: 'reopened' })
	expect(facts(back)).toMatchObject([{ reopened: true }])
	expect(facts(back)[0]).not.toHaveProperty('verifiedAt')
})

test('what the sensor says is nobody taking it up', () => {
	const resumed = after(alarmTask(), { at: RAISED, actor: sensor, type: 'resumed', to: 'in-progress' })
	expect(facts(resumed)[0]).not.toHaveProperty('acknowledgedAt')
})

test('a sensor at fault, a matter of the government and an alarm that never was tell nothing about a head', () => {
	const big = { ...alarmTask(), triage: { kind: 'big', owner: 'general-branch' } } as const
	expect(facts(alarmTask({ concerns: 'device' }), big, { ...alarmTask(), state: 'withdrawn' })).toEqual([])
})

test('what a head reported himself costs him nothing and gains him nothing; what staff saw counts', () => {
	const seen = inspectionTask()
	const own = { ...seen, events: seen.events.map((event) => ({ ...event, actor: somebody('head') })) }
	expect(facts(own)).toEqual([])
	expect(facts(seen)).toHaveLength(1)
})
