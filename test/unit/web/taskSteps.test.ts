import { describe, expect, test } from 'vitest'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { linkTaskView } from '../../../functions/api/links/linkView.ts'
import { taskView } from '../../../functions/api/tasks/taskView.ts'
import { forbidden, internal, linkRefused, notFound } from '../../../shared/contract/http/outcome.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import { TaskState } from '../../../shared/contract/task/taskEvent.ts'
import { linkTrouble } from '../../../web/t/linkTrouble.ts'
import { asQueued } from '../../../web/task/asQueued.ts'
import { nextStep, otherSteps, rungAbove, waitsFor } from '../../../web/task/nextStep.ts'
import { type ShownTask, shownByLink, shownToViewer } from '../../../web/task/shownTask.ts'
import { trailSentence } from '../../../web/task/trailWords.ts'
import { alarmTask, inspectionTask, RAISED } from '../../doubles/tasks.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const head = viewerOf({ role: 'head', courtyards: 'yard-1', sub: 'h', name: '李国富' })
const staff = viewerOf({ role: 'staff', sub: 's', name: '王芳' })
const view = (task: Task, viewer = head) => taskView(registryOf(toilet), task, viewer, RAISED + 60_000)
const shown = (state: TaskState, task: Task = alarmTask(), viewer = head): ShownTask =>
	shownToViewer(view({ ...task, state }, viewer))
const steps = (of: (state: TaskState) => ShownTask) =>
	Object.fromEntries(TaskState.options.map((state) => [state, nextStep(of(state))]))

describe('the one big button', () => {
	test('takes a head from knowing to mending, and then it is the turn of the sensor', () => {
		expect(steps((state) => shown(state))).toEqual({
			raised: 'acknowledge',
			acknowledged: 'start',
			'in-progress': 'fix',
			fixed: undefined,
			verified: undefined,
			reopened: 'acknowledge',
			dismissed: undefined,
			withdrawn: undefined,
		})
		expect(waitsFor(shown('fixed'))).toBe('sensor')
	})

	test('lets staff, and no head, confirm what no sensor watches', () => {
		expect(nextStep(shown('fixed', inspectionTask(), staff))).toBe('verify')
		expect(nextStep(shown('fixed', inspectionTask()))).toBeUndefined()
		expect(waitsFor(shown('fixed', inspectionTask()))).toBe('people')
	})

	test('is the same by a link as for the head who signed in', () => {
		for (const state of TaskState.options) {
			const task = view({ ...alarmTask(), state })
			expect(nextStep(shownByLink(linkTaskView(task)))).toBe(nextStep(shownToViewer(task)))
		}
	})
})

describe('the way out beside it', () => {
	test('is help while it is to be mended, and "not mended" once it was called so; dismissing is never a head\'s', () => {
		expect(otherSteps(shown('raised'))[0]).toBe('handOver')
		expect(otherSteps(shown('fixed'))[0]).toBe('reopen')
		expect(TaskState.options.flatMap((state) => otherSteps(shown(state)))).not.toContain('dismiss')
		expect(otherSteps(shown('raised', alarmTask(), staff))).toContain('dismiss')
	})

	test('leads to the next rung of the ladder, and at its top to nobody', () => {
		const task = shown('raised')
		expect(rungAbove(task)?.name.zh).toBe('党小组')
		const top = task.ladder[task.ladder.length - 1]
		expect(rungAbove({ ...task, owner: top ?? task.owner })).toBeUndefined()
	})
})

test('what has not arrived yet is seen as if it had: state, next step and ticks', () => {
	const before = shown('raised')
	const after = asQueued(
		before,
		[
			{ type: 'acknowledge' },
			{ type: 'tick', item: 'air', done: true },
			{ type: 'start' },
			{ type: 'fix', ticks: ['flush'] },
		],
		'head',
		RAISED,
	)
	expect(after.state).toBe('fixed')
	expect(otherSteps(after)[0]).toBe('reopen')
	expect(after.checklist.map(({ done }) => done !== null)).toEqual([true, true, false])
	expect(before.state).toBe('raised')
})

test('the trail names people where they may be named, and by a link only their part in it', () => {
	const event = { at: new Date(RAISED).toISOString(), text: { zh: '接单', en: 'taken up' } } as const
	const actor = { kind: 'person', id: 'h', name: '李国富', role: 'head' } as const
	expect(trailSentence({ ...event, type: 'fixed', role: 'head', actor }, 'zh')).toBe('李国富 说修好了')
	expect(trailSentence({ ...event, type: 'fixed', role: 'head' }, 'zh')).toBe('院落长 说修好了')
	expect(trailSentence({ ...event, type: 'verified' }, 'zh')).toBe('传感器确认已恢复正常')
})

test('each trouble of a link is told apart, and trouble of the system is not blamed on the link', () => {
	const of = (problem: ReturnType<typeof internal>) => linkTrouble(problem)
	expect((['invalid', 'expired', 'revoked'] as const).map((because) => of(linkRefused(because)))).toEqual([
		'invalid',
		'expired',
		'revoked',
	])
	expect([of(notFound({ zh: '任务', en: 'task' })), of(forbidden({ zh: '', en: '' })), of(internal())]).toEqual([
		'moved',
		'moved',
		undefined,
	])
})
