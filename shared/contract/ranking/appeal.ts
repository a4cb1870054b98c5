import { Photo, RecordedReason } from '../inspection/inspection.ts'
import { Signature } from '../people/signature.ts'
import { Id } from '../registry/registry.ts'
import { Day, Month } from '../score/score.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'

/** What an appeal (申诉) contests: readings of a device in an interval, or a deduction of an inspection. */
export const AppealSubject = z.discriminatedUnion('is', [
	z.object({
		is: z.literal('readings'),
		device: Id,
		/** Milliseconds since 1970; `until` itself is no longer contested. Both lie in one month. */
		from: z.int(),
		until: z.int(),
	}),
	z.object({ is: z.literal('deduction'), inspection: z.string(), deduction: z.string() }),
])
export type AppealSubject = z.infer<typeof AppealSubject>

export const AppealState = z.enum(['open', 'accepted', 'rejected', 'withdrawn'])
export type AppealState = z.infer<typeof AppealState>

/** One entry of an appeal's record; the list only grows. */
const AppealEvent = z.object({
	/** Milliseconds since 1970. */
	at: z.int(),
	by: Signature,
	to: AppealState,
	reason: z.string(),
	photo: z.optional(Photo),
})
export type AppealEvent = z.infer<typeof AppealEvent>

export const Appeal = z.object({
	id: z.string(),
	courtyard: Id,
	month: Month,
	subject: AppealSubject,
	state: AppealState,
	events: z.array(AppealEvent).check(z.minLength(1)),
	/** What an acceptance entails is done: the days are marked to be scored again, the deduction is struck. */
	isSettled: z.boolean(),
	/** Rises with every change. */
	version: z.int(),
})
export type Appeal = z.infer<typeof Appeal>

const Instant = z.iso.datetime({
	offset: true,
	...told({ zh: '应为日期和时刻，如 2026-11-24T08:00:00+08:00', en: 'an instant like "2026-11-24T08:00:00+08:00"' }),
})

/** `POST /api/appeals`; the courtyard follows from the device or the sheet. */
export const NewAppeal = z.strictObject({
	subject: z.discriminatedUnion('is', [
		z.strictObject({ is: z.literal('readings'), device: Id, from: Instant, until: Instant }),
		z.strictObject({
			is: z.literal('deduction'),
			inspection: z.string().check(z.minLength(1), z.maxLength(80)),
			deduction: z.string().check(z.minLength(1), z.maxLength(20)),
		}),
	]),
	reason: RecordedReason,
	photo: z.optional(Photo),
})
export type NewAppeal = z.infer<typeof NewAppeal>

/** `POST /api/appeals/{id}/decision`: `version` is that of the appeal as it was seen. */
export const AppealDecision = z.strictObject({
	version: z.int().check(z.minimum(1)),
	verdict: z.enum(['accepted', 'rejected']),
	reason: RecordedReason,
})
export type AppealDecision = z.infer<typeof AppealDecision>

export const AppealWithdrawal = z.strictObject({ version: z.int().check(z.minimum(1)), reason: RecordedReason })
export type AppealWithdrawal = z.infer<typeof AppealWithdrawal>

const Words = z.object({ zh: z.string(), en: z.string() })

/** An appeal for people. */
export const AppealView = z.extend(Appeal, {
	subject: z.discriminatedUnion('is', [
		z.object({
			is: z.literal('readings'),
			device: Id,
			from: z.iso.datetime(),
			until: z.iso.datetime(),
			/** The days that are scored again if it is accepted. */
			days: z.array(Day),
		}),
		z.object({ is: z.literal('deduction'), inspection: z.string(), deduction: z.string() }),
	]),
	events: z.array(z.extend(AppealEvent, { at: z.iso.datetime() })),
	/** What is contested and how it stands, in words. */
	text: Words,
	/** What to know where the month's ranking is published already. */
	notice: z.optional(Words),
})
export type AppealView = z.infer<typeof AppealView>

/** `GET /api/appeals`. */
export const AppealsView = z.object({ appeals: z.array(AppealView) })
export type AppealsView = z.infer<typeof AppealsView>
