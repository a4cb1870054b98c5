import { forbidden, notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import type { Actor } from '../../../shared/contract/task/taskEvent.ts'
import type { ContactView } from '../../../shared/contract/wall/wallViews.ts'
import { after } from '../../../shared/domain/task/taskState.ts'
import { hasReporter } from '../../../shared/domain/wall/askReporter.ts'
import { contactKeyOf } from '../../../shared/domain/wall/contactKey.ts'
import { isStaff, maySee, personOf, signatureOf, type Viewer } from '../http/viewer.ts'
import type { WallPorts } from './ports.ts'

const TRIES = 5

type Ports = Pick<WallPorts, 'tasks' | 'contacts' | 'now'>

/** How a reporter may be reached. Every look goes into the task's trail before anything is shown. */
export async function getContact(ports: Ports, viewer: Viewer, id: string): Promise<Outcome> {
	for (let tried = 0; tried < TRIES; tried += 1) {
		const task = await ports.tasks.get(id)
		if (!task || !maySee(viewer, task.courtyard))
			return isStaff(viewer)
				? notFound({ zh: `任务“${id}”`, en: `task "${id}"` })
				: forbidden({ zh: '这不是您院落的任务。', en: 'This is not a task of your courtyards.' })
		const key = hasReporter(task) ? contactKeyOf(task) : undefined
		const contact = key && (await ports.contacts.get(key, ports.now()))
		if (!key || !contact)
			return notFound({
				zh: '联系方式：当时没有留下，或已按期删除',
				en: 'contact; none was left, or it has been forgotten',
			})
		if ((await ports.tasks.put(seenBy(task, viewer, ports.now()), task.version)) !== 'stored') continue
		const { name = null, phone = null, household = null } = contact
		const view: ContactView = { name, phone, household, until: new Date(key.expiresAt).toISOString() }
		return ok(view)
	}
	throw new Error(`a task changed ${TRIES} times while somebody looked at its contact`)
}

function seenBy(task: Task, viewer: Viewer, at: number): Task {
	const id = personOf(viewer).id || viewer.role
	const actor: Actor = { kind: 'person', id, name: signatureOf(viewer), role: viewer.role }
	return { ...after(task, { at, actor, type: 'contact-seen' }), version: task.version + 1 }
}
