import type { Task } from '../contract/task/task.ts'

/** What a link says, once its signature has been checked. */
export type TaskLink = {
	/** Names the link in the trail, and when it is taken back. */
	id: string
	task: string
	courtyard: string
	/** Whom it was sent to, by the identity provider's id; absent: to the courtyard. */
	person?: string
	/** Milliseconds since 1970. */
	issuedAt: number
	expiresAt: number
}

/** Makes links that open one task without a password. */
export type Links = {
	/**
	 * The address of the page that opens the task; each call makes another link.
	 * @param hours how long it works, from the profile's `links.hours`
	 * @throws when the signing key cannot be read; whoever sends an alert sends it without a link then
	 */
	taskLink(task: Pick<Task, 'id' | 'courtyard'>, hours: number, person?: string): Promise<string>
}

export type CheckedLink = { is: 'good'; link: TaskLink } | { is: 'refused'; because: 'invalid' | 'expired' }

export type LinkCheck = {
	/** Whether we made the link and it still works; whether it was taken back is asked of `LinkRecords`. */
	check(token: string): Promise<CheckedLink>
	/** A text that nobody can guess. */
	newSecret(): string
}
