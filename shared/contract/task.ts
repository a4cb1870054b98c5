import * as z from 'zod'
import { Measurand } from './measurand.ts'
import { Severity } from './profile.ts'
import { Id } from './registry.ts'

/**
 * A task's life (closed loop 收集-协商-解决-反馈). `withdrawn`: late readings showed that the alarm never was, or began
 * at another time and so is another task.
 */
export const TaskState = z.enum([
	'raised',
	'acknowledged',
	'in-progress',
	'fixed',
	'verified',
	'reopened',
	'dismissed',
	'withdrawn',
])
export type TaskState = z.infer<typeof TaskState>

/** One entry of the audit trail; the list only grows. `actor` is `sensor` or a person. */
export const TaskEvent = z.object({
	at: z.int(),
	actor: z.string(),
	from: TaskState.optional(),
	to: TaskState,
	note: z.string().optional(),
})
export type TaskEvent = z.infer<typeof TaskEvent>

/**
 * What one device-hour says of the alarm. Each hour has its own entry, replaced only by a later revision of that hour's
 * evaluation, so that statements can arrive in any order and more than once.
 */
export const AlarmStatement = z.object({
	rev: z.int(),
	/** Absent: this hour knows of no such alarm (any more). */
	interval: z.object({ raisedAt: z.int(), value: z.number().optional(), clearedAt: z.int().optional() }).optional(),
})
export type AlarmStatement = z.infer<typeof AlarmStatement>

export const Task = z.object({
	id: z.string(),
	source: z.literal('alarm'),
	courtyard: Id,
	device: Id,
	rule: z.string(),
	measurand: Measurand.optional(),
	severity: Severity,
	concerns: z.enum(['environment', 'device']),
	state: TaskState,
	alarm: z.object({
		onset: z.int(),
		raisedAt: z.int(),
		/** The value that completed the on-delay. */
		value: z.number().optional(),
		clearedAt: z.int().optional(),
		statements: z.record(z.string(), AlarmStatement),
	}),
	events: z.array(TaskEvent),
	/** The outbox: when the alert is due, and when it went out. */
	alert: z.object({ dueAt: z.int().optional(), sentAt: z.int().optional() }),
	/** Rises with every change; what `If-Match` compares. */
	version: z.int(),
})
export type Task = z.infer<typeof Task>
