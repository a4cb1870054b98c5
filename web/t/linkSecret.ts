const key = 'task-link-secret'

/**
 * What tells this phone from another to which a link was sent on: the first secret that the API gave. It opens nothing
 * without a link, and has to last longer than the page: whoever opens his link again from the chat is still himself.
 */
export class LinkSecret {
	private readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>
	private known: string | undefined

	constructor(storage: () => Pick<Storage, 'getItem' | 'setItem'>) {
		this.storage = storage
		try {
			this.known = storage().getItem(key) ?? undefined
		} catch {
			// A browser that keeps nothing: the secret lasts as long as the page.
		}
	}

	get value(): string | undefined {
		return this.known
	}

	/** Keeps the first one; later ones change nothing. */
	learn(given: string): void {
		if (this.known !== undefined) return
		this.known = given
		try {
			this.storage().setItem(key, given)
		} catch {
			// As above.
		}
	}
}
