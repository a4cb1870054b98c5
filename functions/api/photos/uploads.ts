import { forbidden, notFound, type Outcome } from '../../../shared/contract/http/outcome.ts'
import type { NewReportPhoto, NewTaskPhoto } from '../../../shared/contract/task/photo.ts'
import { isStaff, maySee, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { countPhoto } from '../wall/limits.ts'
import type { Passerby } from '../wall/ports.ts'
import { misplaced } from '../wall/receive.ts'
import { formOwner, offerUpload, ownerOf } from './ownPhoto.ts'

type Ports = Pick<ApiPorts, 'registry' | 'tasks' | 'photos' | 'tally' | 'pseudonym' | 'now'>

/** Somebody wants to send a photo of a task of his courtyard. */
export async function uploadForTask(
	ports: Ports,
	viewer: Viewer,
	{ task: id, ...file }: NewTaskPhoto,
): Promise<Outcome> {
	const task = await ports.tasks.get(id, 'maybeOld')
	if (!task || !maySee(viewer, task.courtyard))
		return isStaff(viewer)
			? notFound({ zh: `任务“${id}”`, en: `task "${id}"` })
			: forbidden({ zh: '这不是您院落的任务。', en: 'This is not a task of your courtyard.' })
	return offerUpload(ports, ownerOf(ports, task, viewer), file)
}

/** Somebody without an account wants to send a photo with his report. */
export async function uploadForReport(ports: Ports, from: Passerby, wish: NewReportPhoto): Promise<Outcome> {
	const { courtyard, key, ...file } = wish
	const known = await ports.registry.current()
	const wrong = misplaced(known, { courtyard })
	if (wrong) return wrong
	const stopped = await countPhoto(ports, from, courtyard, known.profile.wall)
	return stopped ?? offerUpload(ports, formOwner(ports, { courtyard, key }), file)
}
