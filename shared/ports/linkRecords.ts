import type { TaskLink } from './links.ts'

/** What is kept of links: those taken back, and to which secret each was bound by its first change. */
export type LinkRecords = {
	/** Whether the link, or every link of its task up to that time, was taken back; strongly consistent. */
	isRevoked(link: TaskLink): Promise<boolean>
	/** Takes back one link, or all of the task that were made up to the instant. Safe to repeat. */
	revoke(task: string, what: { link: string } | 'all', at: number, by: string): Promise<void>
	/** Binds the link to the secret, unless another was faster. Safe to repeat with the same secret. */
	bind(link: TaskLink, secret: string, at: number): Promise<'bound' | 'elsewhere'>
}
