import { viewerOf } from '../../functions/api/http/viewer.ts'
import { linkTaskView } from '../../functions/api/links/linkView.ts'
import { taskView } from '../../functions/api/tasks/taskView.ts'
import type { PhotoAddress } from '../../shared/contract/task/photo.ts'
import type { Task } from '../../shared/contract/task/task.ts'
import type { TaskAction } from '../../shared/contract/task/taskAction.ts'
import type { LinkView } from '../../shared/contract/task/taskLink.ts'
import { defaultProfile } from '../../shared/domain/profile/defaultProfile.ts'
import { applyAction } from '../../shared/domain/task/applyAction.ts'
import { applyStep } from '../../shared/domain/task/dueSteps.ts'
import { alarmTask, somebody } from '../doubles/tasks.ts'
import { registryOf, toilet } from '../doubles/township.ts'

const MINUTE = 60_000
const now = Date.now()
const onset = now - 200 * MINUTE
const head = viewerOf({ role: 'head', courtyards: 'yard-1', sub: 'h', name: '李国富' })

/** What a link answers for a task in one of its states, however the demo stands: for pictures. */
const answerOf = (task: Task) => (): LinkView => ({
	task: { ...linkTaskView(taskView(registryOf(toilet), task, head, now)), sensor },
	expiresAt: new Date(now + 72 * 60 * MINUTE).toISOString(),
	secret: 'a'.repeat(43),
})

const does = (task: Task, action: TaskAction, minutesAgo: number): Task => {
	const result = applyAction(task, action, somebody('head'), now - minutesAgo * MINUTE, defaultProfile)
	if (result.is !== 'done') throw new Error(result.refusal.because)
	return result.task
}

const sensor: NonNullable<LinkView['task']['sensor']> = {
	unit: 'mg/m³',
	limit: 1,
	direction: 'high',
	points: Array.from({ length: 60 }, (_, i) => ({
		at: new Date(now - (60 - i) * 5 * MINUTE).toISOString(),
		value: Number((0.4 + 1.4 / (1 + Math.exp((18 - i) / 4)) + 0.08 * Math.sin(i)).toFixed(2)),
	})),
}

const raised = alarmTask({ onset }, 1.4)
const begun = does(does(raised, { type: 'acknowledge' }, 150), { type: 'start' }, 140)
const ticked = does(begun, { type: 'tick', item: 'air', done: true }, 135)
const fixed = does(ticked, { type: 'fix' }, 20)

/** With a photo from before the repair and one that cannot be had any more. */
const photographed = does(
	does(fixed, { type: 'addPhoto', photo: { key: 'sample-1', shows: 'before' } }, 15),
	{ type: 'addPhoto', photo: { key: 'sample-2', shows: 'after' } },
	10,
)

export const linkRaised = answerOf(raised)
export const linkBegun = answerOf(ticked)
export const linkFixed = answerOf(fixed)
export const linkReopened = answerOf(
	applyStep(does(ticked, { type: 'fix' }, 130), { type: 'reopen' }, now, defaultProfile),
)
export const linkPhotographed = answerOf(photographed)

/** The address of a picture that every site has. */
export const samplePhoto = (): PhotoAddress => ({
	url: '/icon.svg',
	expiresAt: new Date(now + 5 * MINUTE).toISOString(),
})
