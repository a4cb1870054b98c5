import type { Measurand } from '../../contract/measurand.ts'
import type { Severity } from '../../contract/profile.ts'
import type { AlarmStatement, Task, TaskEvent, TaskState } from '../../contract/task.ts'

/** What an alarm task is about; fixed for its life. */
export type AlarmSubject = {
	device: string
	courtyard: string
	rule: string
	onset: number
	measurand?: Measurand
	severity: Severity
	concerns: 'environment' | 'device'
}

/** The task's identity: device, rule and onset, so a replay never makes a second one. */
export const alarmTaskId = (device: string, rule: string, onset: number): string =>
	`${device}.${rule}.${onset.toString(36)}`

/**
 * The task after one device-hour has (again) said what it knows of the alarm: statements of each hour by revision, so
 * any order and repetition of calls gives the same task.
 * @param hour whose statement this is
 * @returns the same object when nothing changes
 */
export function stateAlarm(task: Task | undefined, subject: AlarmSubject, hour: string, said: AlarmStatement): Task {
	const known = task?.alarm.statements[hour]
	if (task && known && known.rev >= said.rev) return task
	const statements = { ...task?.alarm.statements, [hour]: said }
	const alarm = summary(subject.onset, statements)
	const { device, courtyard, rule, severity, concerns, measurand } = subject
	const events = touchedByPeople(task) ? (task?.events ?? []) : machineEvents(alarm)
	const base = {
		id: alarmTaskId(device, rule, subject.onset),
		source: 'alarm' as const,
		courtyard,
		device,
		rule,
		...(measurand === undefined ? {} : { measurand }),
		severity,
		concerns,
		alarm: { ...alarm.fields, statements },
		alert: task?.alert ?? {},
		version: (task?.version ?? 0) + 1,
	}
	return touchedByPeople(task) && task
		? confirmRepair({ ...base, state: task.state, events })
		: { ...base, state: events.at(-1)?.to ?? 'withdrawn', events }
}

/** True while the alarm goes on and nobody need be told twice. */
export const alertIsDue = (task: Task): boolean => isOpen(task.state) && task.alert.sentAt === undefined

export const isOpen = (state: TaskState): boolean =>
	state !== 'verified' && state !== 'dismissed' && state !== 'withdrawn'

type Summary = { exists: boolean; fields: Omit<Task['alarm'], 'statements'> }

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

const SENSOR = 'sensor'
const touchedByPeople = (task: Task | undefined): boolean => task?.events.some(({ actor }) => actor !== SENSOR) ?? false

/** The trail of a task that no person has touched, from the alarm alone. */
function machineEvents({ exists, fields }: Summary): TaskEvent[] {
	if (!exists) return [{ at: fields.raisedAt, actor: SENSOR, to: 'withdrawn' }]
	const raised: TaskEvent = { at: fields.raisedAt, actor: SENSOR, to: 'raised' }
	if (fields.clearedAt === undefined) return [raised]
	return [raised, { at: fields.clearedAt, actor: SENSOR, from: 'raised', to: 'verified' }]
}

/** What a person reported as fixed is verified by the sensor once the alarm has cleared. */
function confirmRepair(task: Task): Task {
	const { clearedAt } = task.alarm
	if (task.state !== 'fixed' || clearedAt === undefined) return task
	const event: TaskEvent = { at: clearedAt, actor: SENSOR, from: 'fixed', to: 'verified' }
	return { ...task, state: 'verified', events: [...task.events, event] }
}
