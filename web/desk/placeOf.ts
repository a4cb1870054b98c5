/** Under which of the navigation's places an address stands. Devices have no list of their own: they belong to courtyards. */
export const placeOf = (path: string): string => {
	const [, , room = ''] = path.split('/')
	if (room === '') return '/desk'
	return room === 'devices' ? '/desk/courtyards' : `/desk/${room}`
}
