/** The part of the browser that a link needs; tests give their own. */
export interface Surroundings {
	readonly hash: string
	/** Lasts until the page is closed; a browser that keeps nothing throws. */
	readonly session: () => Pick<Storage, 'getItem' | 'setItem'>
	/** Takes the link out of the address, where it would be seen, photographed and sent on. */
	readonly hideHash: () => void
}

const key = 'task-link'

/**
 * The link by which the reader came: from behind the `#` of the address, or after a reload from the browser's memory of
 * this page, which ends with it. Undefined where there is none.
 */
export const takeToken = ({ hash, session, hideHash }: Surroundings): string | undefined => {
	const given = hash.replace(/^#/, '')
	if (given === '') return attempt(() => session().getItem(key)) ?? undefined
	attempt(() => session().setItem(key, given))
	hideHash()
	return given
}

/** Where nothing can be kept the link lasts until the page is loaded anew. */
const attempt = <T>(run: () => T): T | undefined => {
	try {
		return run()
	} catch {
		return undefined
	}
}
