import { Signature } from '../people/signature.ts'
import { Id } from '../registry/registry.ts'
import { Month } from '../score/score.ts'
import * as z from '../zod.ts'
import { RecordedReason } from './inspection.ts'

/** Somebody ticked a duty, or took a tick back. The list only grows. */
export const DutyEvent = z.object({
	/** Milliseconds since 1970. */
	at: z.int(),
	by: Signature,
	duty: z.string(),
	isDone: z.boolean(),
	reason: z.optional(z.string()),
})
export type DutyEvent = z.infer<typeof DutyEvent>

/** What is on record of a head's "4+X" duties in a month. */
export const DutyRecord = z.object({
	courtyard: Id,
	month: Month,
	events: z.array(DutyEvent),
	/** Rises with every change; 0 while nothing is on record. */
	version: z.int(),
})
export type DutyRecord = z.infer<typeof DutyRecord>

/** `PUT /api/heads/{courtyard}/duties/{month}`: the duties that are done, all of them. */
export const DutyTicks = z.strictObject({
	/** That of the record as it was seen. */
	version: z.int().check(z.minimum(0)),
	done: z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.maxLength(50)),
	/** Staff say why they correct. */
	reason: z.optional(RecordedReason),
})
export type DutyTicks = z.infer<typeof DutyTicks>

export const DutiesView = z.object({
	courtyard: Id,
	month: Month,
	version: z.int(),
	duties: z.array(
		z.object({
			id: z.string(),
			name: z.object({ zh: z.string(), en: z.string() }),
			isDone: z.boolean(),
			/** Who said so last, and when. */
			last: z.nullable(z.object({ at: z.iso.datetime(), by: Signature, reason: z.optional(z.string()) })),
		}),
	),
	events: z.array(z.extend(DutyEvent, { at: z.iso.datetime() })),
})
export type DutiesView = z.infer<typeof DutiesView>
