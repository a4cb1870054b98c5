import { Person } from '../people/person.ts'
import { Id } from '../registry/registry.ts'
import { Measurand, Revolution } from '../telemetry/measurand.ts'
import * as z from '../zod.ts'
import { Severity } from './severity.ts'
import { TaskEvent, TaskState } from './taskEvent.ts'
import { TriageKind } from './triageKind.ts'

/**
 * What one device-hour says of the alarm. Each hour has its own entry, replaced only by a later revision of that hour's
 * evaluation, so that statements can arrive in any order and more than once.
 */
export const AlarmStatement = z.object({
	rev: z.int(),
	/** Absent: this hour knows of no such alarm (any more). */
	interval: z.optional(z.object({ raisedAt: z.int(), value: z.optional(z.number()), clearedAt: z.optional(z.int()) })),
})
export type AlarmStatement = z.infer<typeof AlarmStatement>

/** A photo that somebody added; the picture itself is kept elsewhere, under `key`. */
export const Photo = z.strictObject({
	key: z.string().check(z.minLength(1), z.maxLength(200)),
	/** Before the repair, or after it. */
	shows: z.enum(['before', 'after']),
})
export type Photo = z.infer<typeof Photo>

/** What all tasks have. Instants are milliseconds since 1970. */
const common = {
	id: z.string(),
	courtyard: Id,
	severity: Severity,
	/** 三事分流: whose matter it is by kind, and the rung of the ladder that it begins with. */
	triage: z.object({ kind: TriageKind, owner: z.string() }),
	/** The person who is to do it. */
	assignee: z.optional(Person),
	state: TaskState,
	/** What was promised when it became known; figures compare with these. They never move. */
	deadlines: z.object({ acknowledgeBy: z.int(), fixBy: z.int() }),
	/** The rung that answers for it now, since when, and how often it was passed up for lack of an answer. */
	escalation: z.object({ rung: z.string(), since: z.int(), steps: z.int() }),
	/** The audit trail. */
	events: z.array(TaskEvent),
	/** The items of the check list that are done, each with the instant and the person. */
	ticks: z.record(z.string(), z.object({ at: z.int(), by: z.string() })),
	photos: z.array(z.extend(Photo, { at: z.int(), by: z.string() })),
	/** The outbox: when the alert is due, and when it went out. */
	alert: z.object({ dueAt: z.optional(z.int()), sentAt: z.optional(z.int()) }),
	/** The news that has been handed to the channels (WeCom and others); what differs from the latest is still to be. */
	handedOn: z.optional(z.string()),
	/** When the clock has something to do next: pass it up, let it time out, bring it back. Absent: nothing. */
	nextStepAt: z.optional(z.int()),
	/** Rises with every change; what `If-Match` compares. */
	version: z.int(),
}

/** One open task for each device and rule; identity = device + rule + onset. */
export const AlarmTask = z.object({
	...common,
	source: z.literal('alarm'),
	device: Id,
	rule: z.string(),
	measurand: z.optional(Measurand),
	concerns: z.enum(['environment', 'device']),
	alarm: z.object({
		onset: z.int(),
		raisedAt: z.int(),
		/** The value that completed the on-delay. */
		value: z.optional(z.number()),
		clearedAt: z.optional(z.int()),
		statements: z.record(z.string(), AlarmStatement),
	}),
	/** Earlier tasks of the same device and rule that had been verified shortly before; absent: not looked for yet. */
	repeats: z.optional(z.int()),
})
export type AlarmTask = z.infer<typeof AlarmTask>

/** What is said of a problem in the words of whoever saw it. */
const told = {
	what: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
	place: z.optional(z.string().check(z.trim(), z.maxLength(120))),
	revolution: z.optional(Revolution),
	/** The device it is about, if it is about one. */
	device: z.optional(Id),
	raisedAt: z.int(),
}

/** A report on the wall. `code` is what the reporter follows it with. */
export const ResidentTask = z.object({ ...common, ...told, source: z.literal('resident'), code: z.string() })
export type ResidentTask = z.infer<typeof ResidentTask>

/** Something that the staff, the village or a head saw. */
export const InspectionTask = z.object({ ...common, ...told, source: z.literal('inspection') })
export type InspectionTask = z.infer<typeof InspectionTask>

/** 点单: a service that a resident ordered from the catalogue. */
export const OrderTask = z.object({
	...common,
	...told,
	source: z.literal('order'),
	code: z.string(),
	service: z.string(),
})
export type OrderTask = z.infer<typeof OrderTask>

/** Work for people, by where it came from. */
export const Task = z.discriminatedUnion('source', [AlarmTask, ResidentTask, InspectionTask, OrderTask])
export type Task = z.infer<typeof Task>
export const TaskSource = z.enum(['alarm', 'resident', 'inspection', 'order'])
export type TaskSource = z.infer<typeof TaskSource>
