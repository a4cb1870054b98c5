import * as z from '../zod.ts'
import { Fault, FaultCode } from './reading.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

export const QuarantineEntryView = z.object({
	id: z.string(),
	receivedAt: z.iso.datetime(),
	topic: z.string(),
	thing: z.string(),
	reasons: z.array(z.extend(Fault, { text: Words })),
	/** The bytes as they came, base64; only the beginning of a payload of more than 350 KB. */
	payload: z.string(),
	/** Its length as it came. */
	payloadBytes: z.int(),
	expiresAt: z.iso.datetime(),
	/** The last time it was put back on the queue. */
	replayed: z.nullable(z.object({ at: z.iso.datetime(), by: z.object({ id: z.string(), name: z.string() }) })),
	/** The entry whose replay was refused again. */
	replayOf: z.optional(z.string()),
})
export type QuarantineEntryView = z.infer<typeof QuarantineEntryView>

export const QuarantineView = z.object({ entries: z.array(QuarantineEntryView), next: z.optional(z.string()) })
export type QuarantineView = z.infer<typeof QuarantineView>

export const QuarantineSummary = z.object({
	groups: z.array(
		z.object({
			device: z.string(),
			reason: FaultCode,
			messages: z.int(),
			/** Those not replayed yet. */
			open: z.int(),
			firstAt: z.iso.datetime(),
			lastAt: z.iso.datetime(),
			/** The newest entry, and its reason in words. */
			example: z.string(),
			text: Words,
		}),
	),
	/** Older entries were not counted any more: ask again with this as `before`. */
	next: z.optional(z.string()),
})
export type QuarantineSummary = z.infer<typeof QuarantineSummary>

/** What replaying an entry answers. */
export const ReplayView = z.object({
	id: z.string(),
	replayed: z.object({ at: z.iso.datetime(), by: z.object({ id: z.string(), name: z.string() }) }),
})
export type ReplayView = z.infer<typeof ReplayView>

export const GroupReplay = z.object({
	device: z.string().check(z.minLength(1), z.maxLength(64)),
	reason: FaultCode,
	before: z.optional(z.string()),
})
export type GroupReplay = z.infer<typeof GroupReplay>

export const GroupReplayView = z.object({
	replayed: z.int(),
	/** Entries that cannot be replayed, each with the reason. */
	impossible: z.array(z.object({ id: z.string(), detail: z.string(), zh: z.string() })),
	/** There may be more: ask again with this as `before`. */
	next: z.optional(z.string()),
})
export type GroupReplayView = z.infer<typeof GroupReplayView>
