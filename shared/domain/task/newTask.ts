import type { Profile } from '../../contract/profile/profile.ts'
import type { InspectionTask, OrderTask, ResidentTask } from '../../contract/task/task.ts'
import type { Actor } from '../../contract/task/taskEvent.ts'
import { alertDue } from './alertOutbox.ts'
import { scheduled } from './dueSteps.ts'
import { deadlinesFrom } from './serviceLevel.ts'
import { triageOf } from './triage.ts'

type Work =
	| 'triage'
	| 'state'
	| 'deadlines'
	| 'escalation'
	| 'events'
	| 'ticks'
	| 'photos'
	| 'alert'
	| 'nextStepAt'
	| 'version'
	| 'raisedAt'
type Told<T> = T extends unknown ? Omit<T, Work> : never

/** What somebody told of, before it has a life. */
export type NewTask = Told<ResidentTask> | Told<InspectionTask> | Told<OrderTask>

/** The task of a report, an inspection or an order, at the beginning of its life. */
export function newTask(
	told: NewTask,
	actor: Actor,
	now: number,
	profile: Profile,
	photos: ResidentTask['photos'] = [],
): ResidentTask | InspectionTask | OrderTask {
	const { source, severity, revolution } = told
	const triage = triageOf(profile, { source, severity, ...(revolution === undefined ? {} : { revolution }) })
	return scheduled(
		{
			...told,
			triage,
			state: 'raised',
			deadlines: deadlinesFrom(profile, severity, now),
			escalation: { rung: triage.owner, since: now, steps: 0 },
			events: [{ at: now, actor, type: 'raised', to: 'raised' }],
			ticks: {},
			photos,
			alert: alertDue(now),
			raisedAt: now,
			version: 1,
		},
		profile,
	)
}
