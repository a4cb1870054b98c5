import type { Profile } from '../../contract/profile/profile.ts'
import type { Task } from '../../contract/task/task.ts'
import type { DraftReport } from '../../contract/wall/report.ts'
import { whatOf } from '../alert/alert.ts'
import { isOpen, raisedAtOf } from '../task/taskState.ts'

const DAY = 86_400_000
const MOST = 5
/** From here on it is worth asking. The same device alone is enough, and so is half of the words. */
const ENOUGH = 0.5

/**
 * What may be the same as a report that is about to be sent: open tasks of the courtyard of the last days, the most
 * similar first, at most 5. Orders are nobody else's business and are never among them.
 */
export function similarTo(
	draft: DraftReport,
	tasks: readonly Task[],
	now: number,
	{ wall }: Pick<Profile, 'wall'>,
): Task[] {
	return tasks
		.filter((task) => task.courtyard === draft.courtyard && task.source !== 'order' && isOpen(task.state))
		.filter((task) => raisedAtOf(task) > now - wall.similarDays * DAY)
		.map((task) => ({ task, likeness: likeness(draft, task) }))
		.filter((found) => found.likeness >= ENOUGH)
		.sort((a, b) => b.likeness - a.likeness || raisedAtOf(b.task) - raisedAtOf(a.task))
		.slice(0, MOST)
		.map(({ task }) => task)
}

/** 0: nothing in common. A device or a part of the environment that is named and another one speaks against it. */
function likeness(draft: DraftReport, task: Task): number {
	const { zh, en } = whatOf(task)
	const words = Math.max(share(draft.what, zh), share(draft.what, en))
	const place = share(draft.place ?? '', (task.source === 'alarm' ? undefined : task.place) ?? '')
	const device = agree(draft.device, task.device, 0.6, 0.3)
	const revolution = task.source === 'alarm' ? 0 : agree(draft.revolution, task.revolution, 0.1, 0.3)
	return words + 0.3 * place + device + revolution
}

const agree = (a: string | undefined, b: string | undefined, same: number, other: number): number =>
	a === undefined || b === undefined ? 0 : a === b ? same : -other

/** Pairs of neighbouring characters in common (Dice), 0 to 1: works without knowing where a Chinese word ends. */
export function share(a: string, b: string): number {
	const [left, right] = [pairs(a), pairs(b)]
	if (left.size === 0 || right.size === 0) return 0
	const common = [...left].filter((pair) => right.has(pair)).length
	return (2 * common) / (left.size + right.size)
}

function pairs(text: string): Set<string> {
	const chars = [...text.toLowerCase().replace(/[\p{P}\p{S}\s]/gu, '')]
	return new Set(chars.slice(1).map((char, i) => `${chars[i]}${char}`))
}
