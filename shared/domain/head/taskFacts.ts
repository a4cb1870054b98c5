import type { Profile } from '../../contract/profile/profile.ts'
import type { Task } from '../../contract/task/task.ts'
import { raisedAtOf } from '../task/taskState.ts'

/** What an evaluation has to know of a task. Instants in milliseconds since 1970. */
export type TaskFact = {
	raisedAt: number
	/** What was promised: by when it is taken up, and mended and verified. */
	acknowledgeBy: number
	fixBy: number
	acknowledgedAt?: number
	verifiedAt?: number
	reopened: boolean
	dismissed: boolean
}

/** The facts of those of a courtyard's tasks that were its head's to answer. */
export const taskFacts = (profile: Profile, tasks: readonly Task[]): TaskFact[] =>
	tasks.filter((task) => isForTheHead(profile, task)).map(factOf)

/**
 * A sensor at fault, what goes to the government (大事), and what late readings withdrew tells nothing about a head. Nor does
 * what he reported himself: to report a problem never costs him anything, and reporting easy ones gains him nothing.
 */
function isForTheHead({ triage }: Profile, task: Task): boolean {
	if (task.state === 'withdrawn' || (task.source === 'alarm' && task.concerns === 'device')) return false
	if (task.events[0]?.actor.role === 'head') return false
	return triage.ladder.find(({ id }) => id === task.triage.owner)?.role === 'head'
}

function factOf(task: Task): TaskFact {
	const { state, events, deadlines } = task
	const acknowledgedAt = events.find(
		({ actor, to }) => actor.kind === 'person' && takenUp.some((state) => state === to),
	)?.at
	const verifiedAt = state === 'verified' ? events.findLast(({ to }) => to === 'verified')?.at : undefined
	return {
		raisedAt: raisedAtOf(task),
		...deadlines,
		...(acknowledgedAt === undefined ? {} : { acknowledgedAt }),
		...(verifiedAt === undefined ? {} : { verifiedAt }),
		reopened: events.some(({ to }) => to === 'reopened'),
		dismissed: state === 'dismissed',
	}
}

const takenUp = ['acknowledged', 'in-progress', 'fixed'] as const
