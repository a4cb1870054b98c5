import type { Courtyard } from '../../../shared/contract/registry/registry.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import { monthStart } from '../../../shared/domain/time/month.ts'
import type { TaskList } from '../../../shared/ports/taskStore.ts'
import { inParallel } from '../../../shared/work/inParallel.ts'

const AT_ONCE = 16
const DAY = 86_400_000
const PAGE = 200
/** So many open tasks are looked at; a township with more has another trouble than its wall. */
const MOST_PAGES = 25

type Tasks = Pick<TaskList, 'ofCourtyard' | 'openPage' | 'endedBetween'>

/** Open tasks of the courtyards, and those verified since a month began. */
export async function wallTasks(
	{ tasks }: { tasks: Tasks },
	courtyards: readonly Courtyard[],
	month: string,
	now: number,
): Promise<Task[]> {
	const own = new Set(courtyards.map(({ id }) => id))
	const [open, solved] = await Promise.all([
		openTasks(tasks),
		solvedSince(tasks, courtyards, monthStart(month) - 1, now),
	])
	return [...open, ...solved].filter(({ courtyard }) => own.has(courtyard))
}

/** One question a courtyard, or one a day for all of them: whichever are fewer. */
async function solvedSince(
	tasks: Tasks,
	courtyards: readonly Courtyard[],
	since: number,
	now: number,
): Promise<Task[]> {
	if (courtyards.length * DAY <= now - since) {
		const found = await inParallel(courtyards, AT_ONCE, ({ id }) => tasks.ofCourtyard(id, 'verified', since))
		return found.flat()
	}
	return (await tasks.endedBetween(since, now)).filter(({ state }) => state === 'verified')
}

async function openTasks(tasks: Pick<TaskList, 'openPage'>): Promise<Task[]> {
	const found: Task[] = []
	let after: string | undefined
	for (let page = 0; page < MOST_PAGES; page += 1) {
		const got = await tasks.openPage(PAGE, after)
		if (got === 'bad-cursor') throw new Error('a cursor of our own is refused')
		found.push(...got.tasks)
		after = got.next
		if (after === undefined) break
	}
	return found
}
