import { Role } from '../people/person.ts'
import * as z from '../zod.ts'

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

/** The readings of a device, our clock (`machine`), or somebody, in the role in which they acted. */
export const Actor = z.object({
	kind: z.enum(['sensor', 'machine', 'person']),
	id: z.string(),
	name: z.optional(z.string()),
	role: z.optional(Role),
})
export type Actor = z.infer<typeof Actor>

export const TaskEventType = z.enum([
	'raised',
	'acknowledged',
	'started',
	'fixed',
	'verified',
	'reopened',
	'dismissed',
	'withdrawn',
	/** The sensor takes back what it had said: the alarm goes on after all. */
	'resumed',
	'assigned',
	'retriaged',
	'commented',
	'ticked',
	'unticked',
	'photographed',
	'handed-over',
	/** Nobody took it up or mended it in time: the next rung of the ladder answers for it. */
	'escalated',
	/** Acknowledged, and nothing happened since. */
	'timed-out',
	/** The same alarm had been verified shortly before. */
	'repeated',
	/** Somebody had a look at how the reporter may be reached. */
	'contact-seen',
])
export type TaskEventType = z.infer<typeof TaskEventType>

/** One entry of the audit trail; the list only grows once somebody, or the clock, has acted. */
export const TaskEvent = z.object({
	/** When it was so, milliseconds since 1970; a sensor may say so later. */
	at: z.int(),
	actor: Actor,
	type: TaskEventType,
	from: z.optional(TaskState),
	/** Absent: the state stayed. */
	to: z.optional(TaskState),
	note: z.optional(z.string()),
	/** What there is to know besides, by name: `reason`, `rung`, `item`, `value` … */
	data: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
})
export type TaskEvent = z.infer<typeof TaskEvent>
