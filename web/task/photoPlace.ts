/** Where photos of a task are asked for and sent, by the one who signed in or by a link. */
export interface PhotoPlace {
	readonly path: string
	/** What a photo is for, as `path` takes it. */
	readonly about: Readonly<Record<string, unknown>>
	readonly headers: Readonly<Record<string, string>>
}

export const signedInPhotos = (task: string): PhotoPlace => ({ path: '/api/photos', about: { task }, headers: {} })

export const linkPhotos = (token: string): PhotoPlace => ({
	path: '/api/public/task/photos',
	about: {},
	headers: { 'x-task-link': token },
})
