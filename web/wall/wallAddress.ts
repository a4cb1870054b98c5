/** A page of the wall as a whole address, for QR codes; without the language, which the reader's phone knows itself. */
export const wallAddress = (path: string): string => {
	const township = new URLSearchParams(location.search).get('township')
	return `${location.origin}${path}${township === null ? '' : `?township=${encodeURIComponent(township)}`}`
}
