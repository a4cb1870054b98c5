import * as z from 'zod'
import { Measurand, Revolution } from './measurand.ts'
import { Person, Role } from './person.ts'
import { Severity, TriageKind } from './profile.ts'
import { Id } from './registry.ts'
import { SensorView } from './sensorView.ts'
import { Photo, TaskSource } from './task.ts'
import { DismissReason, taskActionTypes } from './taskAction.ts'
import { TaskEvent, TaskState } from './taskEvent.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const instant = z.iso.datetime()

/** A task for people: all that a page shows, in words, so that no page needs to know the rules. */
export const TaskView = z.object({
	id: z.string(),
	source: TaskSource,
	courtyard: Id,
	device: Id.optional(),
	rule: z.string().optional(),
	measurand: Measurand.optional(),
	/** Whether it is about toilets, waste or sewage, where that is known. */
	revolution: Revolution.optional(),
	concerns: z.enum(['environment', 'device']).optional(),
	severity: Severity,
	severityText: Words,
	state: TaskState,
	stateText: Words,
	stateSince: instant,
	what: Words,
	where: Words,
	/** What, where, how bad and since when, in one sentence. */
	text: Words,
	/** When the problem began, and when it became a task. */
	onset: instant,
	raisedAt: instant,
	/** Of an alarm: when it was over; null while it goes on. */
	clearedAt: instant.nullable().optional(),
	/** The value that raised the alarm, in `unit`. */
	value: z.number().optional(),
	unit: z.string().optional(),
	repeats: z.int(),
	triage: z.object({ kind: TriageKind, text: Words }),
	/** The rung that answers for it now. */
	owner: z.object({ rung: z.string(), name: Words, since: instant, steps: z.int() }),
	/** Every rung it can be handed to, from the lowest to the highest. */
	ladder: z.array(z.object({ rung: z.string(), name: Words })),
	assignee: Person.nullable(),
	deadlines: z.object({ acknowledgeBy: instant, fixBy: instant }),
	/** What it waits for now, and how long that may take; null when it waits for nothing. */
	next: z.object({ by: instant, isOverdue: z.boolean(), text: Words }).nullable(),
	/** What can be done now, by whom, and whether the viewer may. */
	actions: z.array(
		z.object({ type: z.enum(taskActionTypes), text: Words, roles: z.array(Role), isYours: z.boolean() }),
	),
	/** What a dismissal may give as its reason. */
	dismissReasons: z.array(z.object({ reason: DismissReason, text: Words })),
	checklist: z.array(
		z.object({ id: z.string(), text: Words, done: z.object({ at: instant, by: z.string() }).nullable() }),
	),
	photos: z.array(Photo.extend({ at: instant, by: z.string() })),
	/** The trail. `shown`: what the sensor showed at that step. */
	events: z.array(
		TaskEvent.extend({
			at: instant,
			text: Words,
			shown: z.object({ value: z.number(), unit: z.string(), at: instant }).optional(),
		}),
	),
	/** Of an alarm over a limit, where one task is looked at; a list leaves it out. */
	sensor: SensorView.optional(),
	/** How often residents said of it: me too. Where one task is looked at; a list leaves it out. */
	meToo: z.int().optional(),
	alertSentAt: instant.nullable(),
	version: z.int(),
})
export type TaskView = z.infer<typeof TaskView>

export const TasksView = z.object({ tasks: z.array(TaskView), next: z.string().optional() })
export type TasksView = z.infer<typeof TasksView>

/** What it takes to put something on record that was seen on a round. */
export const NewInspectionTask = z.strictObject({
	/** Made by whoever sends it; the same key again is the same task. */
	key: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'a key has 8 to 64 letters, digits, "-" or "_"'),
	courtyard: Id,
	severity: Severity,
	what: z.string().trim().min(1).max(500),
	place: z.string().trim().min(1).max(120).optional(),
	revolution: z.enum(['toilet', 'waste', 'sewage']).optional(),
	device: Id.optional(),
})
export type NewInspectionTask = z.infer<typeof NewInspectionTask>
