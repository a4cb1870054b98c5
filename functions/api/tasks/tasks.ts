import * as z from 'zod'
import { forbidden, notFound, type Outcome, ok } from '../../../shared/contract/outcome.ts'
import type { Task } from '../../../shared/contract/task.ts'
import { TaskState } from '../../../shared/contract/taskEvent.ts'
import { alertOf } from '../../../shared/domain/alert/alert.ts'
import { raisedAtOf } from '../../../shared/domain/task/taskState.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { maySee, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'

export const TasksQuery = z.object({ courtyard: z.string().optional(), state: TaskState.optional() })

type Ports = Pick<ApiPorts, 'registry' | 'tasks'>

/** Tasks, the newest first: of one courtyard, or of all that the viewer may see. */
export async function listTasks(
	{ registry, tasks }: Ports,
	viewer: Viewer,
	{ courtyard, state }: z.infer<typeof TasksQuery>,
): Promise<Outcome> {
	if (courtyard !== undefined && !maySee(viewer, courtyard)) return forbidden('This is another courtyard.')
	const known = await registry.current()
	const courtyards =
		courtyard === undefined ? [...known.courtyards.keys()].filter((id) => maySee(viewer, id)) : [courtyard]
	const found = await Promise.all(courtyards.map((id) => tasks.ofCourtyard(id, state)))
	const sorted = found.flat().sort((a, b) => raisedAtOf(b) - raisedAtOf(a) || (a.id < b.id ? -1 : 1))
	return ok({ tasks: sorted.map((task) => taskView(known, task)) })
}

export async function getTask({ registry, tasks }: Ports, viewer: Viewer, id: string): Promise<Outcome> {
	const task = await tasks.get(id)
	if (!task) return viewer.role === 'staff' ? notFound(`task "${id}"`) : forbidden('This is not your task.')
	if (!maySee(viewer, task.courtyard)) return forbidden('This is a task of another courtyard.')
	return ok(taskView(await registry.current(), task))
}

/** A task for people: instants as ISO 8601, what it says in words, and nothing of how it came to be. */
const taskView = (registry: Registry, task: Task) => {
	const { alert, events, ...rest } = task
	return {
		...rest,
		...alarmView(task),
		alertSentAt: alert.sentAt === undefined ? null : iso(alert.sentAt),
		text: alertOf(registry, task).text,
		events: events.map((event) => ({ ...event, at: iso(event.at) })),
	}
}

function alarmView(task: Task) {
	if (task.source !== 'alarm') return {}
	const { onset, raisedAt, clearedAt, value } = task.alarm
	return {
		alarm: undefined,
		onset: iso(onset),
		raisedAt: iso(raisedAt),
		clearedAt: clearedAt === undefined ? null : iso(clearedAt),
		...(value === undefined ? {} : { value }),
	}
}

const iso = (at: number): string => new Date(at).toISOString()
