import { Role } from '../people/person.ts'
import { Id, Name } from '../registry/registry.ts'
import { TaskState } from '../task/taskEvent.ts'
import { Revolution } from '../telemetry/measurand.ts'
import * as z from '../zod.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const instant = z.iso.datetime()

/** What the wall gives for a report or an order: the code to follow it with. */
export const ReceivedView = z.object({ code: z.string(), text: Words })
export type ReceivedView = z.infer<typeof ReceivedView>

/** A report or an order as whoever has its code sees it: nobody's name, nobody's words but the reporter's. */
export const FollowedView = z.object({
	code: z.string(),
	source: z.enum(['resident', 'order']),
	courtyard: Id,
	courtyardName: z.nullable(Name),
	what: z.string(),
	place: z.nullable(z.string()),
	reportedAt: instant,
	state: TaskState,
	stateText: Words,
	stateSince: instant,
	/** What was done, by whom as a role. */
	steps: z.array(z.object({ at: instant, text: Words, by: Words, role: z.nullable(Role) })),
	/** Whether somebody wants to know: was it fixed? `mayAnswer` while an answer counts, `asked` when it is time for one. */
	question: z.object({ mayAnswer: z.boolean(), asked: z.boolean(), until: z.nullable(instant), text: Words }),
	/** The photos that the reporter sent. */
	photos: z.array(z.object({ key: z.string(), at: instant })),
	/** How often others said: me too. */
	meToo: z.int(),
})
export type FollowedView = z.infer<typeof FollowedView>

/** Something that is known already. */
export const SimilarView = z.object({
	similar: z.array(
		z.object({
			id: z.string(),
			what: Words,
			place: z.nullable(z.string()),
			revolution: z.nullable(Revolution),
			device: z.nullable(Id),
			state: TaskState,
			stateText: Words,
			reportedAt: instant,
			meToo: z.int(),
		}),
	),
})
export type SimilarView = z.infer<typeof SimilarView>

/** How a reporter may be reached, for those who handle the report. */
export const ContactView = z.object({
	name: z.nullable(z.string()),
	phone: z.nullable(z.string()),
	household: z.nullable(z.string()),
	/** When it is forgotten. */
	until: instant,
})
export type ContactView = z.infer<typeof ContactView>

/** How often others said: me too. */
export const MeTooView = z.object({ id: z.string(), meToo: z.int() })
export type MeTooView = z.infer<typeof MeTooView>
