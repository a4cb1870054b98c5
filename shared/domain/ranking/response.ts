import type { Profile } from '../../contract/profile/profile.ts'
import type { Task } from '../../contract/task/task.ts'

/** What the response part knows of a task that a sensor raised. Instants in milliseconds since 1970. */
export type ResponseTask = {
	id: string
	concerns: 'environment' | 'device'
	raisedAt: number
	/** By when it was to be mended, by the service level in force when it became known. */
	fixBy: number
	/** When it was last verified; absent while it is not. */
	verifiedAt?: number
	/** Staff found, with a reason, that there was nothing to do, or late readings showed that it never was. */
	isVoid: boolean
}

export type Response = {
	/** 0 to 100; null where there are too few to judge by. */
	score: number | null
	/** Tasks that count, and those of them verified in time. */
	counted: number
	within: number
	/** Ids of those that were not. */
	late: string[]
}

/**
 * Response = share of the month's tasks that were verified within the service level (domain section 6).
 *
 * Only tasks that a sensor raised about the environment count. What residents, the head or inspectors report never costs
 * a point: reporting is not to be punished. Nor does the fault of a sensor, nor a task whose time is not up yet.
 * @param tasks those raised in the month
 */
export function response({ ranking }: Profile, tasks: readonly ResponseTask[], now: number): Response {
	const counted = tasks
		.filter(({ concerns, isVoid }) => concerns === 'environment' && !isVoid)
		.filter(({ fixBy, verifiedAt }) => verifiedAt !== undefined || fixBy < now)
	const late = counted.filter(({ fixBy, verifiedAt }) => verifiedAt === undefined || verifiedAt > fixBy)
	const within = counted.length - late.length
	const isEnough = counted.length >= ranking.minimumTasks
	return {
		score: isEnough ? (100 * within) / counted.length : null,
		counted: counted.length,
		within,
		late: late.map(({ id }) => id).sort(),
	}
}

/** A task as the response part sees it; undefined for one that no sensor raised. */
export function responseTask(task: Task): ResponseTask | undefined {
	if (task.source !== 'alarm') return undefined
	const { id, concerns, state, events, alarm, deadlines } = task
	const verifiedAt = state === 'verified' ? events.findLast(({ to }) => to === 'verified')?.at : undefined
	return {
		id,
		concerns,
		raisedAt: alarm.raisedAt,
		fixBy: deadlines.fixBy,
		...(verifiedAt === undefined ? {} : { verifiedAt }),
		isVoid: state === 'dismissed' || state === 'withdrawn',
	}
}
