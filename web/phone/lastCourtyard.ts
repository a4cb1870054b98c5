const key = 'last-courtyard'

/**
 * The courtyard that was looked at last on this phone, so that its figures can be asked for before it is known whose
 * courtyard it is; only a hint, and undefined where the browser keeps nothing.
 */
export const lastCourtyard = (): string | undefined => {
	try {
		return localStorage.getItem(key) ?? undefined
	} catch {
		return undefined
	}
}

export const rememberCourtyard = (id: string): void => {
	try {
		localStorage.setItem(key, id)
	} catch {
		// A browser that keeps nothing only loads more slowly.
	}
}
