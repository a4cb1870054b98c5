import { Role } from '../people/person.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'
import { TaskEventType } from './taskEvent.ts'
import { TaskView } from './taskView.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const instant = z.iso.datetime()

/** A task for whoever has its link: what to do, and nobody's name but those that stand in the check list. */
export const LinkTaskView = z.extend(
	z.pick(TaskView, {
		id: true,
		source: true,
		courtyard: true,
		severity: true,
		severityText: true,
		state: true,
		stateText: true,
		stateSince: true,
		what: true,
		where: true,
		text: true,
		onset: true,
		raisedAt: true,
		clearedAt: true,
		value: true,
		unit: true,
		deadlines: true,
		next: true,
		ladder: true,
		sensor: true,
		version: true,
	}),
	{
		/** The rung that answers for it now. */
		owner: z.pick(TaskView.shape.owner, { rung: true, name: true }),
		/** What can be done with the link now. */
		actions: z.array(z.pick(TaskView.shape.actions.def.element, { type: true, text: true })),
		photos: z.array(z.omit(TaskView.shape.photos.def.element, { by: true })),
		checklist: z.array(z.object({ id: z.string(), text: Words, done: z.nullable(z.object({ at: instant })) })),
		/** The trail: what was done, and in which role; a machine or a sensor has none. */
		events: z.array(z.object({ at: instant, type: TaskEventType, text: Words, role: z.optional(Role) })),
	},
)
export type LinkTaskView = z.infer<typeof LinkTaskView>

/** `GET /api/public/task` and the answer to an action. */
export const LinkView = z.object({
	task: LinkTaskView,
	expiresAt: instant,
	/**
	 * Keep the first one that you get and send it with every change as `x-task-link-secret`: the first change binds the link
	 * to it, and from elsewhere the task can then be looked at only.
	 */
	secret: z.string(),
})
export type LinkView = z.infer<typeof LinkView>

/** `POST /api/tasks/{id}/links`. */
export const NewLinkView = z.object({ url: z.url(), expiresAt: instant })
export type NewLinkView = z.infer<typeof NewLinkView>

/** `POST /api/tasks/{id}/links/revoke`: one link by its id (the trail names it), or all that there are by now. */
export const RevokeLinks = z.strictObject({ link: z.optional(z.uuid()) })
export type RevokeLinks = z.infer<typeof RevokeLinks>
export const RevokedLinks = z.object({ revoked: z.union([z.literal('all'), z.string()]), at: instant })
export type RevokedLinks = z.infer<typeof RevokedLinks>

/** As made by `LinkCheck.newSecret`, or by the page itself: at least 128 bits. */
export const LinkSecret = z
	.string()
	.check(
		z.regex(/^[A-Za-z0-9_-]{22,86}$/, told({ zh: '应为随任务发来的密钥', en: 'the secret that came with the task' })),
	)
