import { forbidden, notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { PhotoAddress } from '../../../shared/contract/task/photo.ts'
import { isForgotten, readPhotoKey } from '../../../shared/domain/photo/photoKey.ts'
import { isStaff, maySee, type Viewer } from '../http/viewer.ts'
import type { PhotoPorts } from './ownPhoto.ts'

type Ports = Pick<PhotoPorts, 'photos' | 'now'>

/** Where a photo of a courtyard can be seen, by whoever may see the courtyard. */
export async function seePhoto(ports: Ports, viewer: Viewer, key: string): Promise<Outcome> {
	const name = readPhotoKey(key)
	if (name && maySee(viewer, name.courtyard)) return photoAddress(ports, key)
	return isStaff(viewer)
		? noPhoto()
		: forbidden({ zh: '这不是您院落的照片。', en: 'This is not a photo of your courtyard.' })
}

/** Where a photo can be seen for some minutes; whether the caller may see it has been asked. */
export async function photoAddress({ photos, now }: Ports, key: string): Promise<Outcome> {
	if (!readPhotoKey(key) || isForgotten(key, now()) || !(await photos.isKept(key))) return noPhoto()
	const { url, expiresAt } = await photos.address(key)
	const view: PhotoAddress = { url, expiresAt: new Date(expiresAt).toISOString() }
	return ok(view)
}

export const noPhoto = (): Outcome =>
	notFound({ zh: '这张照片；居民发来的照片只保留 90 天', en: 'photo; what residents send is kept for 90 days' })
