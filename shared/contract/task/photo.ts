import { Id } from '../registry/registry.ts'
import { told } from '../text/told.ts'
import { sent } from '../wall/report.ts'
import * as z from '../zod.ts'

/** What a photo may be. A page makes a JPEG of whatever the camera gives before it sends it. */
export const PhotoType = z.enum(['image/jpeg', 'image/png', 'image/webp'])
export type PhotoType = z.infer<typeof PhotoType>

/** The most a photo may have, bytes. Pages scale it down to far less. */
export const MOST_PHOTO_BYTES = 5 * 1024 * 1024

const file = {
	type: PhotoType,
	/** The exact size of what will be sent. */
	bytes: z
		.int()
		.check(
			z.minimum(1),
			z.maximum(
				MOST_PHOTO_BYTES,
				told({ zh: '一张照片不超过 5 MB。', en: `A photo has at most 5 MB (${MOST_PHOTO_BYTES} bytes).` }),
			),
		),
}

/** `POST /api/photos`: a photo of a task, before or after the repair. */
export const NewTaskPhoto = z.strictObject({ task: z.string().check(z.minLength(1), z.maxLength(200)), ...file })
export type NewTaskPhoto = z.infer<typeof NewTaskPhoto>

/** `POST /api/public/task/photos`: the same, of the task that a link opens. */
export const NewLinkPhoto = z.strictObject(file)
export type NewLinkPhoto = z.infer<typeof NewLinkPhoto>

/** `POST /api/public/photos`: a photo for a report. `key` is that of the form which the report is sent with. */
export const NewReportPhoto = z.strictObject({ courtyard: Id, key: sent.key, ...file })
export type NewReportPhoto = z.infer<typeof NewReportPhoto>

/**
 * How to send a photo: a form (`multipart/form-data`) with these fields as they are and then the picture as the field
 * `file`, posted to `url` without any header of ours. 204 means that it has arrived. What is not attached to a task or a
 * report within a day is deleted.
 */
export const PhotoUpload = z.object({
	/** What the photo is called from now on: as `photo.key` of an action, or as `photo` of a report. */
	key: z.string(),
	upload: z.object({ url: z.url(), fields: z.record(z.string(), z.string()) }),
	/** Until when the form is taken. */
	expiresAt: z.iso.datetime(),
})
export type PhotoUpload = z.infer<typeof PhotoUpload>

/** Where a photo can be seen until `expiresAt`: an address for `<img src>`, which needs no token and is nobody's to keep. */
export const PhotoAddress = z.object({ url: z.url(), expiresAt: z.iso.datetime() })
export type PhotoAddress = z.infer<typeof PhotoAddress>
