import type { OverviewView, TaskLine } from '../../../shared/contract/service/overview.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import { SILENT } from '../../../shared/domain/alarm/fold.ts'
import { OUTAGE } from '../../../shared/domain/task/outageTask.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import type { TaskList } from '../../../shared/ports/taskStore.ts'
import { maySee, type Viewer } from '../http/viewer.ts'
import { taskView } from '../tasks/taskView.ts'
import { waitsFor } from '../tasks/waitsFor.ts'

/** Lines of each list that a page shows; the rest is one click away. */
const SHOWN = 8
const PAGE = 200
/** A township with more open tasks than this has other worries than their exact number. */
const MOST_PAGES = 5

/** The open tasks a viewer may see, those the clock comes to next first; `isAll` false: there are more. */
export async function openTasks(
	tasks: Pick<TaskList, 'openPage'>,
	viewer: Viewer,
): Promise<{ tasks: Task[]; isAll: boolean }> {
	const found: Task[] = []
	let after: string | undefined
	for (let pages = 0; pages < MOST_PAGES; pages += 1) {
		const page = await tasks.openPage(PAGE, after)
		if (page === 'bad-cursor') throw new Error('the task list does not know its own cursor')
		found.push(...page.tasks.filter(({ courtyard }) => maySee(viewer, courtyard)))
		after = page.next
		if (after === undefined) return { tasks: found, isAll: true }
	}
	return { tasks: found, isAll: false }
}

/** What the open tasks say of a day's work. */
export function tasksOverview(
	registry: Registry,
	viewer: Viewer,
	{ tasks, isAll }: { tasks: readonly Task[]; isAll: boolean },
	now: number,
): Pick<OverviewView, 'tasks' | 'silent' | 'battery'> {
	const line = lineFor(registry, viewer, now)
	const lines = (some: readonly Task[]) => ({ count: some.length, first: some.slice(0, SHOWN).map(line) })
	const dueOf = (task: Task): number => waitsFor(task, registry.profile)?.by ?? Number.POSITIVE_INFINITY
	const byDue = [...tasks].sort((a, b) => dueOf(a) - dueOf(b) || (a.id < b.id ? -1 : 1))
	const isUrgent = (task: Task): boolean => dueOf(task) < now || (task.severity === 'critical' && needsHands(task))
	const isRule = (task: Task, ...rules: readonly string[]): boolean =>
		task.source === 'alarm' && rules.includes(task.rule)
	return {
		tasks: {
			count: tasks.length,
			isAll,
			byState: countBy(tasks),
			urgent: lines(byDue.filter(isUrgent)),
			soon: lines(byDue.filter((task) => !isUrgent(task) && dueOf(task) < Number.POSITIVE_INFINITY)),
			unassigned: tasks.filter((task) => task.assignee === undefined && needsHands(task)).length,
			toVerify: tasks.filter(({ state, source }) => state === 'fixed' && source !== 'alarm').length,
		},
		silent: lines(byDue.filter((task) => isRule(task, SILENT, OUTAGE))),
		battery: lines(byDue.filter((task) => isRule(task, 'battery-low'))),
	}
}

const needsHands = ({ state }: Task): boolean => state !== 'fixed'

function countBy(tasks: readonly Task[]): OverviewView['tasks']['byState'] {
	const counts: OverviewView['tasks']['byState'] = {}
	for (const { state } of tasks) counts[state] = (counts[state] ?? 0) + 1
	return counts
}

function lineFor(registry: Registry, viewer: Viewer, now: number): (task: Task) => TaskLine {
	return (task) => {
		const {
			id,
			source,
			courtyard,
			device,
			rule,
			severity,
			severityText,
			state,
			stateText,
			what,
			where,
			onset,
			assignee,
			next,
		} = taskView(registry, task, viewer, now)
		return {
			id,
			source,
			courtyard,
			...(device === undefined ? {} : { device }),
			...(rule === undefined ? {} : { rule }),
			severity,
			severityText,
			state,
			stateText,
			what,
			where,
			onset,
			assignee,
			due: next && { by: next.by, isOverdue: next.isOverdue },
		}
	}
}
