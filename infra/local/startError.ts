/** A start that cannot go on, told in words: what is wrong, and what the person who started it can do about it. */
export class StartError extends Error {
	readonly remedy: string

	constructor({ message, remedy }: { message: string; remedy: string }) {
		super(message)
		this.name = 'StartError'
		this.remedy = remedy
	}
}
