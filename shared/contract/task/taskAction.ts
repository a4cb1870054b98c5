import { Person } from '../people/person.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'
import { Photo } from './task.ts'
import { TriageKind } from './triageKind.ts'

const Note = z
	.string()
	.check(
		z.trim(),
		z.minLength(1, told({ zh: '请写明情况，1 到 500 个字', en: 'say it in 1 to 500 characters' })),
		z.maxLength(500),
	)
/** Whoever may have to send it again gives it a key: the same key again is the same action, and is done once. */
const key = z.optional(
	z
		.string()
		.check(
			z.regex(
				/^[A-Za-z0-9_-]{8,64}$/,
				told({ zh: 'key 是 8 到 64 个字母、数字、“-”或“_”', en: 'a key has 8 to 64 letters, digits, "-" or "_"' }),
			),
		),
)
const common = { note: z.optional(Note), key }
const item = z.string().check(z.minLength(1), z.maxLength(60))

/** Why a task is no task. `false-alarm` counts against the alarm rule, not against anybody. */
export const DismissReason = z.enum([
	'false-alarm',
	'duplicate',
	'not-reproducible',
	'not-ours',
	'no-longer-needed',
	'test',
])
export type DismissReason = z.infer<typeof DismissReason>

/** What people do to a task: the body of `POST /api/tasks/{id}/actions`. */
export const TaskAction = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('acknowledge'), ...common }),
	z.strictObject({ type: z.literal('start'), ...common }),
	z.strictObject({
		type: z.literal('fix'),
		...common,
		ticks: z.optional(z.array(item).check(z.maxLength(20))),
		photo: z.optional(Photo),
	}),
	z.strictObject({ type: z.literal('verify'), ...common }),
	z.strictObject({ type: z.literal('reopen'), note: Note, key }),
	z.strictObject({ type: z.literal('dismiss'), reason: DismissReason, ...common }),
	/** Null: nobody in particular. */
	z.strictObject({ type: z.literal('assign'), assignee: z.nullable(Person), ...common }),
	z.strictObject({ type: z.literal('retriage'), triage: TriageKind, reason: Note, key }),
	z.strictObject({ type: z.literal('comment'), note: Note, key }),
	z.strictObject({ type: z.literal('tick'), item, done: z._default(z.boolean(), true), key }),
	z.strictObject({ type: z.literal('addPhoto'), photo: Photo, ...common }),
	/** Passes it to another rung of the ladder, up or down. */
	z.strictObject({
		type: z.literal('handOver'),
		rung: z.string().check(z.minLength(1), z.maxLength(40)),
		reason: Note,
		key,
	}),
])
export type TaskAction = z.infer<typeof TaskAction>
export type TaskActionType = TaskAction['type']
export const taskActionTypes = [
	'acknowledge',
	'start',
	'fix',
	'verify',
	'reopen',
	'dismiss',
	'assign',
	'retriage',
	'comment',
	'tick',
	'addPhoto',
	'handOver',
] as const satisfies readonly TaskActionType[]
