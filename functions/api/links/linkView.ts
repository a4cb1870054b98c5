import type { LinkTaskView } from '../../../shared/contract/task/taskLink.ts'
import type { TaskView } from '../../../shared/contract/task/taskView.ts'

/** What of a task whoever has its link may see: no names, no notes, nothing that only staff can do. */
export const linkTaskView = (view: TaskView): LinkTaskView => ({
	id: view.id,
	source: view.source,
	courtyard: view.courtyard,
	severity: view.severity,
	severityText: view.severityText,
	state: view.state,
	stateText: view.stateText,
	stateSince: view.stateSince,
	what: view.what,
	where: view.where,
	text: view.text,
	onset: view.onset,
	raisedAt: view.raisedAt,
	...(view.clearedAt === undefined ? {} : { clearedAt: view.clearedAt }),
	...(view.value === undefined ? {} : { value: view.value }),
	...(view.unit === undefined ? {} : { unit: view.unit }),
	deadlines: view.deadlines,
	next: view.next,
	owner: { rung: view.owner.rung, name: view.owner.name },
	ladder: view.ladder,
	...(view.sensor === undefined ? {} : { sensor: view.sensor }),
	version: view.version,
	actions: view.actions.filter(({ isYours }) => isYours).map(({ type, text }) => ({ type, text })),
	photos: view.photos.map(({ key, shows, at }) => ({ key, shows, at })),
	checklist: view.checklist.map(({ id, text, done }) => ({ id, text, done: done && { at: done.at } })),
	events: view.events.map(({ at, type, text, actor }) => ({
		at,
		type,
		text,
		...(actor.role === undefined ? {} : { role: actor.role }),
	})),
})
