import type { Device } from '../contract/registry/registry.ts'
import type { AlarmStatement, AlarmTask } from '../contract/task/task.ts'
import { isFlatRule } from '../domain/alarm/flatRule.ts'
import { SILENT } from '../domain/alarm/fold.ts'
import { isOutOfService } from '../domain/alarm/outOfService.ts'
import { isShelved } from '../domain/alarm/shelf.ts'
import type { AlarmInterval } from '../domain/alarm/state.ts'
import { type AlarmSubject, alarmTaskId, stateAlarm } from '../domain/task/alarmTask.ts'
import { alertDue, alertIsDue } from '../domain/task/alertOutbox.ts'
import { scheduled } from '../domain/task/dueSteps.ts'
import { inherit } from '../domain/task/inherit.ts'
import { deadlinesFrom } from '../domain/task/serviceLevel.ts'
import { alarmFacts, triageOf } from '../domain/task/triage.ts'
import { lastReadingAt } from '../domain/telemetry/lastReading.ts'
import type { AlertPublisher } from '../ports/alertPublisher.ts'
import type { Registry } from '../ports/registry.ts'
import type { TaskStore } from '../ports/taskStore.ts'
import type { DeviceHour, TelemetryStore } from '../ports/telemetryStore.ts'
import { fromTouchedKey, touchedKey } from './evaluateHour.ts'
import { sendAlert } from './sendAlert.ts'
import { isNoteworthy, noteOf, type TaskNote } from './taskNote.ts'

/** One evaluated hour whose tasks are to be brought in line with it. */
export type EvaluatedHour = { item: DeviceHour; intervals: readonly AlarmInterval[] }

export type AlarmPorts = { telemetry: TelemetryStore; tasks: TaskStore; alerts: AlertPublisher }

/** An alarm that ended, or was last seen, longer ago than this is history: it makes no task and sends nothing. */
export const HISTORY_AFTER_MS = 2 * 3_600_000

/**
 * Brings tasks and alerts in line with what the hours now say, then notes that it is done. Safe to repeat and to run
 * twice at once: an hour's statement is ordered by its revision, and an alert carries a key against duplicates. A crash
 * anywhere leaves `settled` behind `rev`, so the retry does it again.
 * @param confirmed keys of alarms known to stand now: values that stand still while their neighbours move (without this
 * they are no fault), alarms whose shelf has ended
 * @returns what changed, in this order
 */
export async function settleAlarms(
	registry: Registry,
	device: Device,
	hours: readonly EvaluatedHour[],
	ports: AlarmPorts,
	now: number,
	confirmed: ReadonlySet<string> = new Set(),
): Promise<TaskNote[]> {
	const notes: TaskNote[] = []
	const byKey = new Map<string, Map<string, AlarmStatement>>()
	const openSilences = new Set<string>()
	for (const { item, intervals } of hours) {
		const current = new Map(intervals.map((interval) => [touchedKey(interval), interval]))
		const touched = item.touched.map(fromTouchedKey)
		for (const said of touched) if (said.isOpenSilence) openSilences.add(touchedKey(said))
		for (const key of new Set([...touched.map(touchedKey), ...current.keys()])) {
			const statements = byKey.get(key) ?? new Map<string, AlarmStatement>()
			statements.set(item.hour, statementOf(item.rev, current.get(key)))
			byKey.set(key, statements)
		}
	}
	const lastSeen = Math.max(...hours.map(({ item, intervals }) => newest(item, intervals)))
	// Statements that take an alarm back come first: what was told of it is then known to the alarm that replaces it.
	const entries = [...byKey].sort(([, a], [, b]) => Number(speaks(a)) - Number(speaks(b)))
	const withdrawn = new Map<string, AlarmTask>()
	for (const [key, statements] of entries) {
		const { rule, onset } = fromTouchedKey(key)
		const subject = subjectOf(registry, device, rule, onset, now)
		const isNews = confirmed.has(key) || (!isFlatRule(rule) && isFresh(statements, rule, lastSeen, now))
		const mayCreate = isNews && !isOutOfService(device, now) && !isOnShelf(registry, subject, statements, now)
		const isNew = [...statements.values()].every(({ interval }) => interval?.raisedAt === lastSeen)
		const mayBeNone = rule === SILENT && !openSilences.has(key)
		const allowed = { mayCreate, isNew, mayBeNone }
		const stated = await state(registry, ports.tasks, subject, statements, allowed, withdrawn.get(rule), now)
		if (!stated) continue
		const { task, isChanged } = stated
		if (task.state === 'withdrawn' && task.alert.sentAt !== undefined) withdrawn.set(rule, task)
		const isTold = alertIsDue(task) && (await sendAlert(registry, task, ports, now))
		if (isChanged || isTold) notes.push(noteOf(task, isTold))
	}
	// The latest hour first: a crash in between then leaves the unsettled hours in one row, where a retry finds them all.
	for (const { item } of hours.toReversed()) {
		if (item.settled < item.rev) await ports.telemetry.settle(item.device, item.hour, item.rev)
	}
	return notes
}

/**
 * Reads, applies and writes until nobody came between. The first look may be a moment old: the write names the version
 * it replaces, and that there is nothing is believed only of a sure look.
 *
 * `isNew`: raised by the newest reading there is, so most likely there is no task yet: not read first. `mayBeNone`: where
 * there is no task, nobody can be about to make one, so nothing is left behind against a slower one.
 */
async function state(
	registry: Registry,
	tasks: TaskStore,
	subject: AlarmSubject,
	statements: ReadonlyMap<string, AlarmStatement>,
	{ mayCreate, isNew, mayBeNone }: { mayCreate: boolean; isNew: boolean; mayBeNone: boolean },
	predecessor: AlarmTask | undefined,
	now: number,
): Promise<{ task: AlarmTask; isChanged: boolean } | undefined> {
	for (let attempt = 0; ; attempt += 1) {
		const isGuess = isNew && mayCreate && attempt === 0
		const id = alarmTaskId(subject.device, subject.rule, subject.onset)
		const found = isGuess ? undefined : await tasks.get(id, attempt === 0 ? 'maybeOld' : undefined)
		const before = found?.source === 'alarm' ? found : undefined
		const isThere = before !== undefined && before.state !== 'withdrawn'
		const isMoot = speaks(statements) ? !isThere && !mayCreate : mayBeNone && !before
		if (isMoot) {
			if (attempt > 0) return undefined
			continue
		}
		let task = before
		for (const [hour, said] of statements) task = stateAlarm(task, subject, hour, said)
		if (!task) return undefined
		if (task === before) return { task, isChanged: false }
		if (!before) task = predecessor ? inherit(task, predecessor) : { ...task, alert: alertDue(now) }
		const next = scheduled({ ...task, version: (before?.version ?? 0) + 1 }, registry.profile)
		if ((await tasks.put(next, before?.version)) === 'stored')
			return { task: next, isChanged: isNoteworthy(before, next) }
	}
}

const speaks = (statements: ReadonlyMap<string, AlarmStatement>): boolean =>
	[...statements.values()].some(({ interval }) => interval !== undefined)

function isFresh(statements: ReadonlyMap<string, AlarmStatement>, rule: string, seen: number, now: number): boolean {
	// An hour only knows the alarm as far as the hour goes: the latest one that has it says whether it has ended.
	const [latest] = [...statements]
		.sort(([a], [b]) => (a < b ? 1 : -1))
		.flatMap(([, { interval }]) => (interval ? [interval] : []))
	// A silence that has ended by itself was already a task if the clock saw it; it does not become one afterwards.
	const isOver = [...statements.values()].some(({ interval }) => interval?.clearedAt !== undefined)
	if (rule === SILENT) return !isOver
	return latest !== undefined && (latest.clearedAt ?? seen) > now - HISTORY_AFTER_MS
}

/** Shelved alarms make no task: those shelved now, and those that had cleared before their shelf ended. */
const isOnShelf = (
	{ shelves }: Registry,
	{ device, rule }: AlarmSubject,
	statements: ReadonlyMap<string, AlarmStatement>,
	now: number,
): boolean =>
	[now, ...[...statements.values()].flatMap(({ interval }) => interval?.clearedAt ?? [])].some((at) =>
		isShelved(shelves, device, rule, at),
	)

/** The newest instant an hour speaks of. */
const newest = (item: DeviceHour, intervals: readonly AlarmInterval[]): number =>
	Math.max(lastReadingAt(item.hour, item.readings) ?? 0, ...intervals.map(({ raisedAt }) => raisedAt))

const statementOf = (rev: number, interval: AlarmInterval | undefined): AlarmStatement => ({
	rev,
	...(interval
		? {
				interval: {
					raisedAt: interval.raisedAt,
					...(interval.value === undefined ? {} : { value: interval.value }),
					...(interval.clearedAt === undefined ? {} : { clearedAt: interval.clearedAt }),
				},
			}
		: {}),
})

function subjectOf({ profile }: Registry, device: Device, rule: string, onset: number, now: number): AlarmSubject {
	const { courtyard, id } = device
	const known = profile.alarms.find((alarm) => alarm.id === rule)
	const { severity, concerns } = known ?? { severity: 'minor', concerns: 'device' }
	const triage = triageOf(profile, alarmFacts(device, { severity, concerns }))
	const deadlines = deadlinesFrom(profile, severity, now)
	const base = { device: id, courtyard, rule, onset, severity, concerns, triage, deadlines, since: now }
	return known?.watches === 'limit' ? { ...base, measurand: known.measurand } : base
}
