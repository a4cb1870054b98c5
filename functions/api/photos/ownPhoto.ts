import { created, type Outcome, type PhotoTrouble, photoRefused } from '../../../shared/contract/http/outcome.ts'
import type { PhotoType, PhotoUpload } from '../../../shared/contract/task/photo.ts'
import { cleanPicture } from '../../../shared/domain/photo/cleanPicture.ts'
import { type PhotoName, photoKey, readPhotoKey } from '../../../shared/domain/photo/photoKey.ts'
import type { PhotoStore } from '../../../shared/ports/photoStore.ts'
import { personOf, type Viewer } from '../http/viewer.ts'

export type PhotoPorts = {
	photos: PhotoStore
	/** The same name for the same text, which nobody else can make. */
	pseudonym: (text: string) => string
	now: () => number
}

/** Whose a photo is, and for what. */
export type Owner = Pick<PhotoName, 'kind' | 'courtyard' | 'owner'>

/** Somebody who sends a photo of a task. It can be attached to this task, and by nobody else. */
export const ownerOf = (
	{ pseudonym }: Pick<PhotoPorts, 'pseudonym'>,
	{ id, courtyard }: { id: string; courtyard: string },
	viewer: Viewer,
): Owner => {
	const person = personOf(viewer).id || viewer.role
	return { kind: 'evidence', courtyard, owner: pseudonym(`photo of ${id} by ${person}`) }
}

/** A form of the wall: only the report that is sent with it can have its photo. */
export const formOwner = (
	{ pseudonym }: Pick<PhotoPorts, 'pseudonym'>,
	{ courtyard, key }: { courtyard: string; key: string },
): Owner => ({ kind: 'resident', courtyard, owner: pseudonym(`photo of form ${key}`) })

/** How its owner can send a photo. Nothing is noted of it: all that is known of the photo stands in its key. */
export async function offerUpload(
	{ photos, now }: Pick<PhotoPorts, 'photos' | 'now'>,
	owner: Owner,
	file: { type: PhotoType; bytes: number },
): Promise<Outcome> {
	const key = photoKey({ ...owner, issuedAt: now(), unique: photos.newName() })
	const { url, fields, expiresAt } = await photos.form(key, file)
	const view: PhotoUpload = { key, upload: { url, fields }, expiresAt: new Date(expiresAt).toISOString() }
	return created(view)
}

export type CheckedPhoto = { keep: () => Promise<void> } | { refused: Outcome }

/**
 * Looks at a photo that somebody wants to attach: issued to him and for this, there, and a whole picture of its type. `keep`
 * puts the picture, without what else stood in the file, where it stays. Kept already is fine: a crash after that is
 * mended by attaching the same again.
 */
export async function checkPhoto(
	{ photos }: Pick<PhotoPorts, 'photos'>,
	owner: Owner,
	key: string,
): Promise<CheckedPhoto> {
	const name = readPhotoKey(key)
	if (!name) return refused('missing')
	if (name.kind !== owner.kind || name.courtyard !== owner.courtyard || name.owner !== owner.owner)
		return refused('not-yours')
	const sent = await photos.sent(key)
	if (sent === undefined) return (await photos.isKept(key)) ? { keep: async () => {} } : refused('missing')
	if (sent === 'too-large') return refused('too-large')
	const cleaned = cleanPicture(sent.type, sent.bytes)
	if (cleaned.is === 'refused') return refused(cleaned.because)
	return { keep: () => photos.keep(key, cleaned.type, cleaned.bytes) }
}

const refused = (because: PhotoTrouble): CheckedPhoto => ({ refused: photoRefused(because) })
