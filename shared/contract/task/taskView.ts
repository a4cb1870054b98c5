import { Person, Role } from '../people/person.ts'
import { Id } from '../registry/registry.ts'
import { Measurand, Revolution } from '../telemetry/measurand.ts'
import { SensorView } from '../telemetry/sensorView.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'
import { Severity } from './severity.ts'
import { Photo, TaskSource } from './task.ts'
import { DismissReason, taskActionTypes } from './taskAction.ts'
import { TaskEvent, TaskState } from './taskEvent.ts'
import { TriageKind } from './triageKind.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const instant = z.iso.datetime()

/** A task for people: all that a page shows, in words, so that no page needs to know the rules. */
export const TaskView = z.object({
	id: z.string(),
	source: TaskSource,
	courtyard: Id,
	device: z.optional(Id),
	rule: z.optional(z.string()),
	measurand: z.optional(Measurand),
	/** Whether it is about toilets, waste or sewage, where that is known. */
	revolution: z.optional(Revolution),
	concerns: z.optional(z.enum(['environment', 'device'])),
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
	clearedAt: z.optional(z.nullable(instant)),
	/** The value that raised the alarm, in `unit`. */
	value: z.optional(z.number()),
	unit: z.optional(z.string()),
	repeats: z.int(),
	triage: z.object({ kind: TriageKind, text: Words }),
	/** The rung that answers for it now. */
	owner: z.object({ rung: z.string(), name: Words, since: instant, steps: z.int() }),
	/** Every rung it can be handed to, from the lowest to the highest. */
	ladder: z.array(z.object({ rung: z.string(), name: Words })),
	assignee: z.nullable(Person),
	deadlines: z.object({ acknowledgeBy: instant, fixBy: instant }),
	/** What it waits for now, and how long that may take; null when it waits for nothing. */
	next: z.nullable(z.object({ by: instant, isOverdue: z.boolean(), text: Words })),
	/** What can be done now, by whom, and whether the viewer may. */
	actions: z.array(
		z.object({ type: z.enum(taskActionTypes), text: Words, roles: z.array(Role), isYours: z.boolean() }),
	),
	/** What a dismissal may give as its reason. */
	dismissReasons: z.array(z.object({ reason: DismissReason, text: Words })),
	checklist: z.array(
		z.object({ id: z.string(), text: Words, done: z.nullable(z.object({ at: instant, by: z.string() })) }),
	),
	photos: z.array(z.extend(Photo, { at: instant, by: z.string() })),
	/** The trail. `shown`: what the sensor showed at that step. */
	events: z.array(
		z.extend(TaskEvent, {
			at: instant,
			text: Words,
			shown: z.optional(z.object({ value: z.number(), unit: z.string(), at: instant })),
		}),
	),
	/** Of an alarm over a limit, where one task is looked at; a list leaves it out. */
	sensor: z.optional(SensorView),
	/** How often residents said of it: me too. Where one task is looked at; a list leaves it out. */
	meToo: z.optional(z.int()),
	alertSentAt: z.nullable(instant),
	version: z.int(),
})
export type TaskView = z.infer<typeof TaskView>

export const TasksView = z.object({ tasks: z.array(TaskView), next: z.optional(z.string()) })
export type TasksView = z.infer<typeof TasksView>

/** What it takes to put something on record that was seen on a round. */
export const NewInspectionTask = z.strictObject({
	/** Made by whoever sends it; the same key again is the same task. */
	key: z
		.string()
		.check(
			z.regex(
				/^[A-Za-z0-9_-]{8,64}$/,
				told({ zh: 'key 是 8 到 64 个字母、数字、“-”或“_”', en: 'a key has 8 to 64 letters, digits, "-" or "_"' }),
			),
		),
	courtyard: Id,
	severity: Severity,
	what: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
	place: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
	revolution: z.optional(z.enum(['toilet', 'waste', 'sewage'])),
	device: z.optional(Id),
})
export type NewInspectionTask = z.infer<typeof NewInspectionTask>
