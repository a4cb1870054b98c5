/** Makes something when it is first wanted, and once. */
export function onFirstUse<T>(make: () => Promise<T>): () => Promise<T> {
	let made: Promise<T> | undefined
	return () => {
		made ??= make()
		return made
	}
}
