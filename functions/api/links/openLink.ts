import {
	badRequest,
	isProblem,
	linkRefused,
	linkUsedElsewhere,
	type Outcome,
	ok,
} from '../../../shared/contract/http/outcome.ts'
import type { TaskAction } from '../../../shared/contract/task/taskAction.ts'
import { LinkSecret, type LinkView } from '../../../shared/contract/task/taskLink.ts'
import { TaskView } from '../../../shared/contract/task/taskView.ts'
import type { TaskLink } from '../../../shared/ports/links.ts'
import type { Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { actOnTask, getTask } from '../tasks/oneTask.ts'
import { linkTaskView } from './linkView.ts'

type LinkPorts = Pick<ApiPorts, 'links' | 'linkRecords'>
type Ports = LinkPorts & Pick<ApiPorts, 'registry' | 'tasks' | 'telemetry' | 'voices' | 'photos' | 'pseudonym' | 'now'>

/** The task that a link opens, for whoever has it. */
export async function seeByLink(ports: Ports, token: string | undefined): Promise<Outcome> {
	const opened = await openLink(ports, token)
	if ('refused' in opened) return opened.refused
	return answer(ports, opened.link, await getTask(ports, headBy(opened.link), opened.link.task))
}

/**
 * Does with a task what the head of its courtyard may do. The first change binds the link to the secret that came with it:
 * somebody to whom it was forwarded sees the task, and changes nothing.
 * @param ifMatch the version that was seen
 * @param secret as `GET /api/public/task` gave it, or as the page made it up
 */
export async function actByLink(
	ports: Ports,
	token: string | undefined,
	action: TaskAction,
	ifMatch: string | undefined,
	secret: string | undefined,
): Promise<Outcome> {
	const opened = await openLink(ports, token)
	if ('refused' in opened) return opened.refused
	const { link } = opened
	const given = LinkSecret.safeParse(secret)
	if (!given.success)
		return badRequest('x-task-link-secret', { zh: '应为随任务发来的密钥', en: 'the secret that came with the task' })
	// Bound when the change is certain to be tried, and before it: after a crash between the two the same secret goes on.
	const bind = async (): Promise<Outcome | undefined> =>
		(await ports.linkRecords.bind(link, given.data, ports.now())) === 'elsewhere' ? linkUsedElsewhere() : undefined
	return answer(ports, link, await actOnTask(ports, headBy(link), link.task, action, ifMatch, bind))
}

/** The link behind a token, or what to answer instead. */
export async function openLink(
	{ links, linkRecords }: LinkPorts,
	token: string | undefined,
): Promise<{ link: TaskLink } | { refused: Outcome }> {
	if (token === undefined) return { refused: linkRefused('invalid') }
	const checked = await links.check(token)
	if (checked.is === 'refused') return { refused: linkRefused(checked.because) }
	return (await linkRecords.isRevoked(checked.link)) ? { refused: linkRefused('revoked') } : { link: checked.link }
}

/** Whoever has the link acts as the head of that courtyard; the trail names the link, for nobody has signed in. */
export const headBy = ({ id, courtyard, person }: TaskLink): Viewer => ({
	role: 'head',
	courtyards: new Set([courtyard]),
	person: { id: `link:${id}${person === undefined ? '' : ` ${person}`}`.slice(0, 120), name: '院落长（链接）' },
})

function answer({ links }: LinkPorts, link: TaskLink, outcome: Outcome): Outcome {
	if (isProblem(outcome)) {
		const current = TaskView.safeParse(outcome.current)
		return current.success ? { ...outcome, current: linkTaskView(current.data) } : outcome
	}
	const view: LinkView = {
		task: linkTaskView(TaskView.parse(outcome.body)),
		expiresAt: new Date(link.expiresAt).toISOString(),
		secret: links.newSecret(),
	}
	return { ...ok(view), ...(outcome.headers ? { headers: outcome.headers } : {}) }
}
