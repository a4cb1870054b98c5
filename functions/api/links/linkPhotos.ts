import type { Outcome } from '../../../shared/contract/http/outcome.ts'
import type { NewLinkPhoto } from '../../../shared/contract/task/photo.ts'
import { offerUpload, ownerOf } from '../photos/ownPhoto.ts'
import { noPhoto, photoAddress } from '../photos/seePhoto.ts'
import type { ApiPorts } from '../ports.ts'
import { countLinkPhoto } from '../wall/limits.ts'
import { headBy, openLink } from './openLink.ts'

type Ports = Pick<ApiPorts, 'links' | 'linkRecords' | 'photos' | 'tasks' | 'tally' | 'pseudonym' | 'now'>

/** Whoever has the link wants to send a photo of its task. Only this link can attach it. */
export async function uploadByLink(ports: Ports, token: string | undefined, file: NewLinkPhoto): Promise<Outcome> {
	const opened = await openLink(ports, token)
	if ('refused' in opened) return opened.refused
	const { id, task, courtyard } = opened.link
	const stopped = await countLinkPhoto(ports, id)
	return stopped ?? offerUpload(ports, ownerOf(ports, { id: task, courtyard }, headBy(opened.link)), file)
}

/** Where whoever has the link sees a photo of its task. */
export async function seePhotoByLink(ports: Ports, token: string | undefined, key: string): Promise<Outcome> {
	const opened = await openLink(ports, token)
	if ('refused' in opened) return opened.refused
	const { task: id, courtyard } = opened.link
	const task = await ports.tasks.get(id, 'maybeOld')
	const isOfTask = task?.courtyard === courtyard && task.photos.some((photo) => photo.key === key)
	return isOfTask ? photoAddress(ports, key) : noPhoto()
}
