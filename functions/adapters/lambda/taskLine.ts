import type { TaskNote } from '../../../shared/work/taskNote.ts'

/** A task that changed, as it stands in the log: with the instant in a form that people read. */
export const taskLine = ({ raisedAt, ...note }: TaskNote): Record<string, unknown> => ({
	...note,
	raisedAt: new Date(raisedAt).toISOString(),
})
