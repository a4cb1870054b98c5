import { badRequest, forbidden, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import { Severity } from '../../../shared/contract/task/severity.ts'
import { type Task, TaskSource } from '../../../shared/contract/task/task.ts'
import { TaskState } from '../../../shared/contract/task/taskEvent.ts'
import * as z from '../../../shared/contract/zod.ts'
import { openStates } from '../../../shared/domain/task/taskState.ts'
import type { TaskPage } from '../../../shared/ports/taskStore.ts'
import { isStaff, maySee, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { taskView } from './taskView.ts'

export const TasksQuery = z.object({
	courtyard: z.optional(z.string()),
	/** `open`: all states in which there is something left to do. */
	state: z.optional(z.union([TaskState, z.literal('open')])),
	/** The rung of the ladder that answers for it now. */
	owner: z.optional(z.string()),
	severity: z.optional(Severity),
	source: z.optional(TaskSource),
	limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 100),
	cursor: z.optional(z.string().check(z.maxLength(500))),
})
type TasksQuery = z.infer<typeof TasksQuery>

type Ports = Pick<ApiPorts, 'registry' | 'tasks' | 'now'>

/** One answer reads no more pages than this, however few of their tasks were asked for; then it says where to go on. */
const MOST_PAGES = 60

/**
 * Tasks the viewer may see, page by page. Open ones of a whole township or village come in the order in which the clock
 * gets to them, all others by courtyard, each with the latest change of a state first.
 */
export async function listTasks(ports: Ports, viewer: Viewer, query: TasksQuery): Promise<Outcome> {
	const { courtyard, state, owner, severity, source, limit, cursor } = query
	if (courtyard !== undefined && !maySee(viewer, courtyard))
		return forbidden({ zh: '这是别的院落。', en: 'This is another courtyard.' })
	const known = await ports.registry.current()
	const own =
		courtyard === undefined ? [...known.courtyards.keys()].filter((id) => maySee(viewer, id)).sort() : [courtyard]
	const isWide = courtyard === undefined && state === 'open' && (isStaff(viewer) || viewer.role === 'village')
	const streams = isWide ? [everywhere(ports)] : own.flatMap((id) => inCourtyard(ports, id, state))
	const wanted = (task: Task): boolean =>
		maySee(viewer, task.courtyard) &&
		(owner === undefined || task.escalation.rung === owner) &&
		(severity === undefined || task.severity === severity) &&
		(source === undefined || task.source === source)
	const page = await read(streams, wanted, limit, cursor)
	if (page === 'bad-cursor')
		return badRequest('cursor', {
			zh: '请原样使用上一页给出的 next，查询条件不变',
			en: 'use the "next" of a page as it is, with the same question',
		})
	const now = ports.now()
	const tasks = page.tasks.map((task) => taskView(known, task, viewer, now))
	return ok({ tasks, ...(page.next === undefined ? {} : { next: page.next }) })
}

/** Pages that follow one another, under a name that a cursor can give. */
type Stream = { name: string; page: (limit: number, after?: string) => Promise<TaskPage | 'bad-cursor'> }

const everywhere = ({ tasks }: Ports): Stream => ({ name: '*', page: (limit, after) => tasks.openPage(limit, after) })

const inCourtyard = ({ tasks }: Ports, courtyard: string, state: TasksQuery['state']): Stream[] =>
	(state === 'open' ? openStates : [state]).map((one) => ({
		name: `${courtyard}:${one ?? ''}`,
		page: (limit, after) => tasks.pageOfCourtyard(courtyard, one, limit, after),
	}))

async function read(
	streams: readonly Stream[],
	wanted: (task: Task) => boolean,
	limit: number,
	cursor: string | undefined,
): Promise<TaskPage | 'bad-cursor'> {
	const [name, rest = ''] = cursor === undefined ? [] : split(cursor)
	let place = name === undefined ? 0 : streams.findIndex((stream) => stream.name === name)
	if (place < 0) return 'bad-cursor'
	let after = rest === '' ? undefined : rest
	const tasks: Task[] = []
	for (let pages = 0; pages < MOST_PAGES && tasks.length < limit; pages += 1) {
		const stream = streams[place]
		if (!stream) break
		const page = await stream.page(limit - tasks.length, after)
		if (page === 'bad-cursor') return page
		tasks.push(...page.tasks.filter(wanted))
		after = page.next
		if (after === undefined) place += 1
	}
	const next = streams[place]
	return { tasks, ...(next ? { next: `${next.name}|${after ?? ''}` } : {}) }
}

function split(cursor: string): [string, string] {
	const at = cursor.indexOf('|')
	return at < 0 ? [cursor, ''] : [cursor.slice(0, at), cursor.slice(at + 1)]
}
