import type { Profile } from '../../contract/profile/profile.ts'
import type { Task } from '../../contract/task/task.ts'
import { type TaskAction, type TaskActionType, taskActionTypes } from '../../contract/task/taskAction.ts'
import type { Actor, TaskEvent } from '../../contract/task/taskEvent.ts'
import { alertDue } from './alertOutbox.ts'
import { scheduled } from './dueSteps.ts'
import { isPossible, mayDo } from './permission.ts'
import { settleBySensor } from './sensorSays.ts'
import { after } from './taskState.ts'
import { ownerOf, rungOf } from './triage.ts'

/** Why it did not happen. */
export type Refusal = {
	because: 'not-now' | 'not-for-you' | 'unknown-rung' | 'too-many-photos'
	/** What this person could do instead. */
	possible: TaskActionType[]
}
export type Result = { is: 'done'; task: Task } | { is: 'refused'; refusal: Refusal }

export const MOST_PHOTOS = 20

/** What the sensor showed when somebody acted: goes into the trail beside what they said. */
export type Evidence = { value: number; measuredAt: number }

/**
 * The task after somebody acted. What each state allows stands at `possibleIn`, who may do it at `rolesFor`.
 * @param actor with the role in which they act
 * @param shown what the sensor showed at that moment, if it is known
 */
export function applyAction(
	task: Task,
	action: TaskAction,
	actor: Actor,
	now: number,
	profile: Profile,
	shown?: Evidence,
): Result {
	const refused = (because: Refusal['because']): Result => ({
		is: 'refused',
		refusal: { because, possible: possibleFor(task, actor) },
	})
	if (!mayDo(actor.role, action.type)) return refused('not-for-you')
	if (!isPossible(task, action.type)) return refused('not-now')
	if (action.type === 'handOver' && !rungOf(profile, action.rung)) return refused('unknown-rung')
	const hasPhoto = action.type === 'addPhoto' || (action.type === 'fix' && action.photo !== undefined)
	if (hasPhoto && task.photos.length >= MOST_PHOTOS) return refused('too-many-photos')
	const { key } = action
	const data = { ...shown, ...(key === undefined ? {} : { key }) }
	const next = act(task, action, { actor, at: now, ...(Object.keys(data).length > 0 ? { data } : {}) }, profile)
	const settled = next.source === 'alarm' ? settleBySensor(next) : next
	return { is: 'done', task: scheduled({ ...settled, version: task.version + 1 }, profile) }
}

/** What somebody could do to a task now. */
export const possibleFor = (task: Task, actor: Pick<Actor, 'role'>): TaskActionType[] =>
	taskActionTypes.filter((type) => mayDo(actor.role, type) && isPossible(task, type))

type Entry = Pick<TaskEvent, 'actor' | 'at' | 'data'>

function act(task: Task, action: TaskAction, entry: Entry, profile: Profile): Task {
	const by = entry.actor.name ?? entry.actor.id
	const { at } = entry
	const note = 'note' in action && action.note !== undefined ? { note: action.note } : {}
	switch (action.type) {
		case 'acknowledge':
			return after(task, { ...entry, type: 'acknowledged', to: 'acknowledged', ...note })
		case 'start':
			return after(task, { ...entry, type: 'started', to: 'in-progress', ...note })
		case 'fix': {
			const ticks = Object.fromEntries((action.ticks ?? []).map((item) => [item, task.ticks[item] ?? { at, by }]))
			const photos = action.photo ? [{ ...action.photo, at, by }] : []
			const evidence = { ticks: { ...task.ticks, ...ticks }, photos: [...task.photos, ...photos] }
			return after({ ...task, ...evidence }, { ...entry, type: 'fixed', to: 'fixed', ...note })
		}
		case 'verify':
			return after(task, { ...entry, type: 'verified', to: 'verified', ...note })
		case 'reopen':
			return told(after(task, { ...entry, type: 'reopened', to: 'reopened', ...note }), at)
		case 'dismiss':
			return after(task, { ...with_(entry, { reason: action.reason }), type: 'dismissed', to: 'dismissed', ...note })
		case 'assign': {
			const { assignee: _, ...rest } = task
			const assignee = action.assignee
			const data: TaskEvent['data'] = assignee ? { assignee: assignee.id, name: assignee.name } : {}
			const assigned = assignee ? { ...rest, assignee } : rest
			return after(assigned, { ...with_(entry, data), type: 'assigned', ...note })
		}
		case 'retriage': {
			const owner = ownerOf(profile, action.triage)
			const data = { triage: action.triage, was: task.triage.kind, rung: owner }
			const kept = task.escalation.rung === owner
			const escalation = kept ? task.escalation : { ...task.escalation, rung: owner, since: at }
			const next = { ...task, triage: { kind: action.triage, owner }, escalation }
			const noted = after(next, { ...with_(entry, data), type: 'retriaged', note: action.reason })
			return kept ? noted : told(noted, at)
		}
		case 'comment':
			return after(task, { ...entry, type: 'commented', ...note })
		case 'tick': {
			const { [action.item]: old, ...others } = task.ticks
			const ticks = action.done ? { ...others, [action.item]: old ?? { at, by } } : others
			const type = action.done ? 'ticked' : 'unticked'
			return after({ ...task, ticks }, { ...with_(entry, { item: action.item }), type })
		}
		case 'addPhoto': {
			const photos = [...task.photos, { ...action.photo, at, by }]
			return after(
				{ ...task, photos },
				{ ...with_(entry, { photo: action.photo.key, shows: action.photo.shows }), type: 'photographed', ...note },
			)
		}
		case 'handOver': {
			const { rung } = task.escalation
			const next = { ...task, escalation: { ...task.escalation, rung: action.rung, since: at } }
			const data = { fromRung: rung, rung: action.rung }
			return told(after(next, { ...with_(entry, data), type: 'handed-over', to: 'raised', note: action.reason }), at)
		}
	}
}

const with_ = (entry: Entry, data: NonNullable<TaskEvent['data']>): Entry => ({
	...entry,
	data: { ...entry.data, ...data },
})

/** People are to be told of it anew. */
const told = <T extends Task>(task: T, at: number): T => ({ ...task, alert: alertDue(at) })
