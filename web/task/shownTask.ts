import type { TaskActionType } from '../../shared/contract/task/taskAction.ts'
import type { LinkTaskView } from '../../shared/contract/task/taskLink.ts'
import type { TaskView } from '../../shared/contract/task/taskView.ts'

/** An entry of the trail; who, what was said and what the sensor showed are only there for people who signed in. */
export type ShownEvent = Pick<LinkTaskView['events'][number], 'at' | 'type' | 'text'> &
	Partial<Pick<TaskView['events'][number], 'actor' | 'note' | 'shown' | 'data'>> & {
		readonly role?: LinkTaskView['events'][number]['role']
	}

export type ShownPhoto = LinkTaskView['photos'][number] & { readonly by?: string }

/** A task as the pages show it, whether somebody signed in or came by a link. `actions`: what the reader may do now. */
export interface ShownTask extends Omit<LinkTaskView, 'actions' | 'events' | 'photos'> {
	readonly actions: readonly TaskActionType[]
	readonly events: readonly ShownEvent[]
	readonly photos: readonly ShownPhoto[]
}

export const shownByLink = (view: LinkTaskView): ShownTask => ({
	...view,
	actions: view.actions.map(({ type }) => type),
})

export const shownToViewer = (view: TaskView): ShownTask => ({
	...view,
	actions: view.actions.flatMap(({ type, isYours }) => (isYours ? [type] : [])),
	checklist: view.checklist.map(({ id, text, done }) => ({ id, text, done: done && { at: done.at } })),
	events: view.events.map((event) => ({
		...event,
		...(event.actor.role === undefined ? {} : { role: event.actor.role }),
	})),
})
