import type { TaskAction, TaskActionType } from '../../../shared/contract/task/taskAction.ts'

/** What a form asks before something is done to a task. */
export interface ActionForm {
	readonly note: string
	readonly reason: string
	readonly triage: string
	readonly rung: string
	readonly assignee: string
	readonly name: string
}

export const emptyForm: ActionForm = { note: '', reason: '', triage: '', rung: '', assignee: 'me', name: '' }

/** Steps that need nothing but the wish; the others ask first. */
export const isDirect = (type: TaskActionType): boolean => ['acknowledge', 'start', 'fix', 'verify'].includes(type)

/** What staff do from a form; ticks and photos have places of their own. */
export const formActions = ['assign', 'retriage', 'handOver', 'comment', 'reopen', 'dismiss'] as const
export type FormAction = (typeof formActions)[number]

/**
 * The body that a filled form stands for; what is missing the API names.
 * @param people who can be named without typing: the reader, and the head of the courtyard
 */
export const actionFrom = (
	type: FormAction,
	form: ActionForm,
	people: { readonly me: { id: string; name: string }; readonly head: string | undefined },
): TaskAction => {
	const note = form.note.trim()
	const noted = note === '' ? {} : { note }
	switch (type) {
		case 'comment':
		case 'reopen':
			return { type, note }
		case 'dismiss':
			return { type, reason: form.reason as Extract<TaskAction, { type: 'dismiss' }>['reason'], ...noted }
		case 'retriage':
			return { type, triage: form.triage as Extract<TaskAction, { type: 'retriage' }>['triage'], reason: note }
		case 'handOver':
			return { type, rung: form.rung, reason: note }
		case 'assign':
			return { type, assignee: assigneeFrom(form, people), ...noted }
	}
}

const assigneeFrom = (
	{ assignee, name }: ActionForm,
	{ me, head }: { readonly me: { id: string; name: string }; readonly head: string | undefined },
): { id: string; name: string } | null => {
	if (assignee === 'none') return null
	if (assignee === 'me') return { id: me.id, name: me.name }
	// Whoever has no account of his own is known by his name.
	const chosen = (assignee === 'head' ? head : undefined) ?? name.trim()
	return { id: chosen, name: chosen }
}
