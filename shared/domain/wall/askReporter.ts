import type { Profile } from '../../contract/profile/profile.ts'
import type { Task } from '../../contract/task/task.ts'
import { inStateSince } from '../task/taskState.ts'

const DAY = 86_400_000

/**
 * `may-answer`: it is called fixed, and whoever reported it may say whether it is. `asked`: some days have passed, which
 * is long enough to tell, and the page asks. `over`: nobody answered; the clock takes silence for yes. Instants in
 * milliseconds since 1970.
 */
export type Question = { is: 'none' } | { is: 'may-answer' | 'asked' | 'over'; askAt: number; until: number }

/** Whether the one who told of it is asked: was it fixed? */
export function askReporter(task: Task, now: number, { wall }: Pick<Profile, 'wall'>): Question {
	if (!hasReporter(task) || task.state !== 'fixed') return { is: 'none' }
	const askAt = inStateSince(task) + wall.askAfterDays * DAY
	const until = askAt + wall.answerDays * DAY
	return { is: now >= until ? 'over' : now >= askAt ? 'asked' : 'may-answer', askAt, until }
}

/** Somebody follows it with a code. */
export const hasReporter = (task: Task): task is Task & { source: 'resident' | 'order' } =>
	task.source === 'resident' || task.source === 'order'
