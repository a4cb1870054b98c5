import type { Courtyard } from '../../../shared/contract/registry.ts'
import type { Task } from '../../../shared/contract/task.ts'
import { monthStart } from '../../../shared/domain/time/month.ts'
import type { TaskList } from '../../../shared/ports/taskStore.ts'
import { inParallel } from '../../../shared/work/inParallel.ts'

const AT_ONCE = 16
const PAGE = 200
/** So many open tasks are looked at; a township with more has another trouble than its wall. */
const MOST_PAGES = 25

/** Open tasks of the courtyards, and those verified since a month began: one question a courtyard, and one for all. */
export async function wallTasks(
	{ tasks }: { tasks: Pick<TaskList, 'ofCourtyard' | 'openPage'> },
	courtyards: readonly Courtyard[],
	month: string,
): Promise<Task[]> {
	const own = new Set(courtyards.map(({ id }) => id))
	const since = monthStart(month) - 1
	const [open, solved] = await Promise.all([
		openTasks(tasks),
		inParallel(courtyards, AT_ONCE, ({ id }) => tasks.ofCourtyard(id, 'verified', since)),
	])
	return [...open.filter(({ courtyard }) => own.has(courtyard)), ...solved.flat()]
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
