import type { Severity } from '../../contract/task/severity.ts'
import type { AlarmStatement, AlarmTask, Task } from '../../contract/task/task.ts'
import type { Actor, TaskEvent } from '../../contract/task/taskEvent.ts'
import type { Measurand } from '../../contract/telemetry/measurand.ts'
import { settleBySensor } from './sensorSays.ts'

/** What an alarm task is about, and what was promised when it became known. */
export type AlarmSubject = {
	device: string
	courtyard: string
	rule: string
	onset: number
	measurand?: Measurand
	severity: Severity
	concerns: 'environment' | 'device'
	triage: Task['triage']
	deadlines: Task['deadlines']
	/** When it became known. */
	since: number
}

/** The task's identity: device, rule and onset, so a replay never makes a second one. */
export const alarmTaskId = (device: string, rule: string, onset: number): string =>
	`${device}.${rule}.${onset.toString(36)}`

/**
 * The task after one device-hour has (again) said what it knows of the alarm: statements of each hour by revision, so
 * any order and repetition of calls gives the same task. While nobody, nor the clock, has touched it, its trail is that of
 * the alarm alone; after that the trail only grows.
 * @param subject fixed for the task's life: of a later one only what identifies the alarm counts
 * @param hour whose statement this is
 * @returns the same object when nothing changes
 */
export function stateAlarm(
	task: AlarmTask | undefined,
	subject: AlarmSubject,
	hour: string,
	said: AlarmStatement,
): AlarmTask {
	const known = task?.alarm.statements[hour]
	if (task && known && known.rev >= said.rev) return task
	const statements = { ...task?.alarm.statements, [hour]: said }
	const alarm = summary(subject.onset, statements)
	const next: AlarmTask = {
		...(task ?? newTask(subject)),
		alarm: { ...alarm.fields, statements },
		version: (task?.version ?? 0) + 1,
	}
	if (isTouched(next)) return settleBySensor(next)
	const events = sensorEvents(alarm)
	return { ...next, state: events.at(-1)?.to ?? 'withdrawn', events }
}

export const SENSOR: Actor = { kind: 'sensor', id: 'sensor' }

/** Somebody, or the clock, has written into the trail. */
const isTouched = (task: AlarmTask): boolean => task.events.some(({ actor }) => actor.kind !== 'sensor')

function newTask(subject: AlarmSubject): AlarmTask {
	const { device, courtyard, rule, onset, measurand, severity, concerns, triage, deadlines, since } = subject
	return {
		id: alarmTaskId(device, rule, onset),
		source: 'alarm',
		courtyard,
		device,
		rule,
		...(measurand === undefined ? {} : { measurand }),
		severity,
		concerns,
		triage,
		state: 'raised',
		deadlines,
		escalation: { rung: triage.owner, since, steps: 0 },
		events: [],
		ticks: {},
		photos: [],
		alarm: { onset, raisedAt: onset, statements: {} },
		alert: {},
		version: 0,
	}
}

type Summary = { exists: boolean; fields: Omit<AlarmTask['alarm'], 'statements'> }

/** Raised where any hour says so, at the earliest; cleared where an hour says so and none knows of it later. */
function summary(onset: number, statements: Readonly<Record<string, AlarmStatement>>): Summary {
	const intervals = Object.entries(statements)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([, { interval }]) => (interval ? [interval] : []))
	const first = intervals[0]
	if (!first) return { exists: false, fields: { onset, raisedAt: onset } }
	const clearedAt = intervals.at(-1)?.clearedAt
	return {
		exists: true,
		fields: {
			onset,
			raisedAt: first.raisedAt,
			...(first.value === undefined ? {} : { value: first.value }),
			...(clearedAt === undefined ? {} : { clearedAt }),
		},
	}
}

/** The trail of a task that nobody has touched, from the alarm alone. */
function sensorEvents({ exists, fields }: Summary): TaskEvent[] {
	const { raisedAt, clearedAt, value } = fields
	if (!exists) return [{ at: raisedAt, actor: SENSOR, type: 'withdrawn', to: 'withdrawn' }]
	const shown = value === undefined ? {} : { data: { value } }
	const raised: TaskEvent = { at: raisedAt, actor: SENSOR, type: 'raised', to: 'raised', ...shown }
	if (clearedAt === undefined) return [raised]
	return [raised, { at: clearedAt, actor: SENSOR, type: 'verified', from: 'raised', to: 'verified' }]
}
