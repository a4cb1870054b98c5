import { created, notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { NewLinkView, RevokedLinks, RevokeLinks } from '../../../shared/contract/task/taskLink.ts'
import { signatureOf, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'

type Ports = Pick<ApiPorts, 'registry' | 'tasks' | 'links' | 'linkRecords' | 'now'>

/** Another link to a task, for a head who has lost his or whose link was used elsewhere. */
export async function issueLink({ registry, tasks, links, now }: Ports, id: string): Promise<Outcome> {
	const task = await tasks.get(id)
	if (!task) return notFound({ zh: `任务“${id}”`, en: `task "${id}"` })
	const { hours } = (await registry.current()).profile.links
	// Before the signature, so that it does not promise more than the link holds.
	const expiresAt = new Date(now() + hours * 3_600_000).toISOString()
	const view: NewLinkView = { url: await links.taskLink(task, hours), expiresAt }
	return created(view)
}

/** Takes back one link of a task, or all that there are by now. */
export async function revokeLinks(ports: Ports, viewer: Viewer, id: string, { link }: RevokeLinks): Promise<Outcome> {
	if (!(await ports.tasks.get(id))) return notFound({ zh: `任务“${id}”`, en: `task "${id}"` })
	const now = ports.now()
	await ports.linkRecords.revoke(id, link === undefined ? 'all' : { link }, now, signatureOf(viewer))
	const view: RevokedLinks = { revoked: link ?? 'all', at: new Date(now).toISOString() }
	return ok(view)
}
