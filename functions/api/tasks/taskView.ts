import type { Task } from '../../../shared/contract/task/task.ts'
import { DismissReason } from '../../../shared/contract/task/taskAction.ts'
import type { TaskEvent } from '../../../shared/contract/task/taskEvent.ts'
import type { TaskView } from '../../../shared/contract/task/taskView.ts'
import { type Revolution, revolutions } from '../../../shared/contract/telemetry/measurand.ts'
import { alertOf, placeOf, whatOf } from '../../../shared/domain/alert/alert.ts'
import { severityWords } from '../../../shared/domain/alert/words.ts'
import { isForgotten } from '../../../shared/domain/photo/photoKey.ts'
import { possibleFor } from '../../../shared/domain/task/applyAction.ts'
import { checklistOf } from '../../../shared/domain/task/checklists.ts'
import { isPossible, possibleIn, rolesFor } from '../../../shared/domain/task/permission.ts'
import { beganAt, inStateSince, raisedAtOf } from '../../../shared/domain/task/taskState.ts'
import {
	actionWords,
	eventWords,
	reasonWords,
	stateWords,
	timeLeft,
	triageWords,
} from '../../../shared/domain/task/taskWords.ts'
import { rungOf } from '../../../shared/domain/task/triage.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import type { Viewer } from '../http/viewer.ts'
import { waitsFor } from './waitsFor.ts'

/** A task as a viewer sees it. */
export function taskView(registry: Registry, task: Task, viewer: Viewer, now: number): TaskView {
	const { profile } = registry
	const { escalation, deadlines, alert } = task
	const mine = possibleFor(task, { role: viewer.role })
	const waits = waitsFor(task, profile)
	const unit = unitOf(registry, task)
	const revolution = revolutionOf(registry, task)
	return {
		id: task.id,
		source: task.source,
		courtyard: task.courtyard,
		...(task.device === undefined ? {} : { device: task.device }),
		...(task.source === 'alarm' ? alarmView(task) : {}),
		...(revolution === undefined ? {} : { revolution }),
		severity: task.severity,
		severityText: severityWords(task.severity),
		state: task.state,
		stateText: stateWords[task.state],
		stateSince: iso(inStateSince(task)),
		what: whatOf(task),
		where: placeOf(registry, task),
		text: alertOf(registry, task).text,
		onset: iso(beganAt(task)),
		raisedAt: iso(raisedAtOf(task)),
		...(unit === undefined ? {} : { unit }),
		repeats: task.source === 'alarm' ? (task.repeats ?? 0) : 0,
		triage: { kind: task.triage.kind, text: triageWords[task.triage.kind] },
		owner: {
			rung: escalation.rung,
			name: rungOf(profile, escalation.rung)?.name ?? { zh: escalation.rung, en: escalation.rung },
			since: iso(escalation.since),
			steps: escalation.steps,
		},
		ladder: profile.triage.ladder.map(({ id, name }) => ({ rung: id, name })),
		assignee: task.assignee ?? null,
		deadlines: { acknowledgeBy: iso(deadlines.acknowledgeBy), fixBy: iso(deadlines.fixBy) },
		next: waits && { by: iso(waits.by), isOverdue: waits.by < now, text: inWords(waits, now) },
		actions: possibleIn[task.state]
			.filter((type) => isPossible(task, type))
			.map((type) => ({
				type,
				text: actionWords[type],
				roles: [...rolesFor[type]],
				isYours: mine.includes(type),
			})),
		dismissReasons: mine.includes('dismiss')
			? DismissReason.options.map((reason) => ({ reason, text: reasonWords[reason] }))
			: [],
		checklist: checklistOf(task).map(({ id, text }) => {
			const done = task.ticks[id]
			return { id, text, done: done ? { at: iso(done.at), by: done.by } : null }
		}),
		photos: task.photos.filter(({ key }) => !isForgotten(key, now)).map((photo) => ({ ...photo, at: iso(photo.at) })),
		events: task.events.map((event) => ({
			...event,
			at: iso(event.at),
			text: eventWords[event.type],
			...shownAt(event, unit),
		})),
		alertSentAt: alert.sentAt === undefined ? null : iso(alert.sentAt),
		version: task.version,
	}
}

/** That of the device, or what was said by whoever told of it. */
function revolutionOf({ devices }: Registry, task: Task): Revolution | undefined {
	const kind = task.device === undefined ? undefined : devices.get(task.device)?.kind
	return revolutions.find((one) => one === kind) ?? (task.source === 'alarm' ? undefined : task.revolution)
}

function alarmView(task: Task & { source: 'alarm' }) {
	const { rule, measurand, concerns, alarm } = task
	return {
		rule,
		...(measurand === undefined ? {} : { measurand }),
		concerns,
		clearedAt: alarm.clearedAt === undefined ? null : iso(alarm.clearedAt),
		...(alarm.value === undefined ? {} : { value: alarm.value }),
	}
}

const unitOf = ({ profile }: Registry, task: Task): string | undefined =>
	task.source === 'alarm' && task.measurand !== undefined ? profile.measurands[task.measurand]?.unit : undefined

function inWords({ what, by }: NonNullable<ReturnType<typeof waitsFor>>, now: number): { zh: string; en: string } {
	const left = timeLeft(by, now)
	return { zh: `${what.zh}：${left.zh}`, en: `${what.en}: ${left.en}` }
}

/** What the sensor showed: with the entry of a person it was measured a little earlier. */
function shownAt({ at, data }: TaskEvent, unit: string | undefined): Pick<TaskView['events'][number], 'shown'> {
	const value = data?.value
	const measuredAt = data?.measuredAt ?? at
	if (unit === undefined || typeof value !== 'number' || typeof measuredAt !== 'number') return {}
	return { shown: { value, unit, at: iso(measuredAt) } }
}

const iso = (at: number): string => new Date(at).toISOString()
