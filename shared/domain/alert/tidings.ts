import type { Task } from '../../contract/task/task.ts'
import type { TaskEvent } from '../../contract/task/taskEvent.ts'
import { isOpen, raisedAtOf } from '../task/taskState.ts'
import { newsOf } from './news.ts'

/**
 * The latest news of a task for the channels: what is asked of somebody while it is open, and how it ended: `cleared-1`,
 * `dismissed-1`. The same news has one name.
 * @returns undefined where there is nothing to tell: a withdrawn alarm goes on under another onset, or never was
 */
export function tidingsOf(task: Task): string | undefined {
	if (isOpen(task.state)) return newsOf(task)
	if (task.state === 'withdrawn') return undefined
	const kind = task.state === 'verified' ? 'cleared' : 'dismissed'
	return `${kind}-${task.events.filter(({ to }) => to === task.state).length}`
}

/** What nobody has handed to the channels yet. */
export const untoldOf = (task: Task): string | undefined => {
	const news = tidingsOf(task)
	return news === task.handedOn ? undefined : news
}

/** The end of a task: told to those only who were told of its beginning. */
export const isEnding = (news: string): boolean => /^(cleared|dismissed)-/.test(news)

const NEWS: readonly TaskEvent['type'][] = [
	'raised',
	'escalated',
	'timed-out',
	'reopened',
	'handed-over',
	'retriaged',
	'verified',
	'dismissed',
]

/** When the latest news became so, milliseconds since 1970: known to us no earlier than the alert was due. */
export function tidingsAt(task: Task): number {
	const last = task.events.findLast(({ type }) => NEWS.includes(type))?.at ?? raisedAtOf(task)
	return isOpen(task.state) ? Math.max(last, task.alert.dueAt ?? task.alert.sentAt ?? last) : last
}

/** `raised`, `raised+1`, `raised+2`: the same news said again, and how often. */
export function asReminder(news: string): string {
	const [base = news, count] = news.split('+')
	return `${base}+${Number(count ?? 0) + 1}`
}
export const withoutReminder = (news: string): string => news.replace(/\+\d+$/, '')
export const reminderOf = (news: string): number => Number(news.split('+')[1] ?? 0)
