import type { PhotoUpload } from '../../shared/contract/task/photo.ts'
import { api } from '../data/api.ts'
import type { Answer } from '../data/request.ts'

interface Asked {
	/** Where a form to send it with is asked for: `/api/photos`, `/api/public/photos` … */
	readonly path: string
	/** What the photo is for, as that address takes it. */
	readonly about: Readonly<Record<string, unknown>>
	readonly headers?: Readonly<Record<string, string>>
}

const refused = {
	is: 'refused',
	problem: {
		type: 'about:blank/photo-refused',
		title: 'The photo was not taken',
		status: 422,
		zh: { title: '照片没有收下，请重新拍一张' },
	},
} as const

/** Sends a photo to where photos are kept. @returns its key, to be named in the report or the action it belongs to */
export const uploadPhoto = async (photo: Blob, { path, about, headers = {} }: Asked): Promise<Answer<string>> => {
	const body = { ...about, type: photo.type, bytes: photo.size }
	const asked = await api<PhotoUpload>(path, { method: 'POST', body, headers })
	if (asked.is !== 'ready') return asked
	const { key, upload } = asked.value
	const form = new FormData()
	for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
	form.append('file', photo)
	try {
		const response = await fetch(upload.url, { method: 'POST', body: form, credentials: 'omit' })
		return response.ok ? { is: 'ready', value: key, tag: null } : refused
	} catch {
		return { is: 'offline' }
	}
}
