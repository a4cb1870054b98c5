import { Id } from '../registry/registry.ts'
import { Severity } from '../task/severity.ts'
import { TaskState } from '../task/taskEvent.ts'
import * as z from '../zod.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** One piece of news in a message. */
export const News = z.object({
	/** The same whenever the same news is sent again, so that a receiver can tell a duplicate. */
	dedupeKey: z.string(),
	news: z.string(),
	task: z.string(),
	courtyard: Id,
	severity: Severity,
	state: TaskState,
	since: z.iso.datetime(),
	/** What, where, how bad, since when. */
	text: Words,
	/** What to do first. */
	first: z.array(Words),
	link: z.optional(z.url()),
})
export type News = z.infer<typeof News>

/** What a channel is given to send: the news of one courtyard, or of several in the morning digest. */
export const AlertMessage = z.object({
	/** Absent in a digest. */
	courtyard: z.optional(Id),
	/** For the phone, with what to do first and the link. */
	text: Words,
	/** To be read out: plain sentences, no link. */
	spoken: Words,
	/** The worst first; none in a test. */
	news: z.array(News),
	/** Somebody tries the channel: nothing has happened, and there is nothing to do. */
	isTest: z.optional(z.literal(true)),
})
export type AlertMessage = z.infer<typeof AlertMessage>
