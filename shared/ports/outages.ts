/** The outage that goes on in a group, if there is one. */
export type Outages = {
	/** The id of its task. */
	open(group: string): Promise<string | undefined>
	/** Opens one unless there is one already; returns the id of the task that counts. */
	begin(group: string, task: string): Promise<string>
	/** Closes it if it is still this one. */
	end(group: string, task: string): Promise<void>
}
