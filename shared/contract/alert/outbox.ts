import { Id } from '../registry/registry.ts'
import { Severity } from '../task/severity.ts'
import * as z from '../zod.ts'

/** Why news will not be told any more. */
export const Dropped = z.enum(['over', 'answered', 'expired', 'gone'])
export type Dropped = z.infer<typeof Dropped>

/**
 * What one recipient is to be told of one task: kept beside the task. Its identity is (task, recipient, news), so however
 * often it is put, nobody is told the same news twice.
 */
export const OutboxEntry = z.object({
	task: z.string(),
	/** `raised`, `escalated-2`, `cleared-1`; a reminder has `+1`, `+2` behind it. */
	news: z.string(),
	/** `channel:<id>`, or `person:<id>` where the channel is a person's own. */
	recipient: z.string(),
	channel: Id,
	courtyard: Id,
	severity: Severity,
	/** When it became news, milliseconds since 1970. */
	at: z.int(),
	/** When it may be told next; absent: it was told, or will not be. */
	nextAt: z.optional(z.int()),
	/** What is tried at all times, and counts as tried once a message with it was handed over. */
	attempts: z.int(),
	sentAt: z.optional(z.int()),
	droppedBecause: z.optional(Dropped),
	/** The last failure, in words. */
	lastError: z.optional(z.string().check(z.maxLength(300))),
})
export type OutboxEntry = z.infer<typeof OutboxEntry>

/** What is known of a channel: its health, and what it sent lately, which grouping, caps and limits look at. */
export const ChannelState = z.object({
	channel: Id,
	lastSuccessAt: z.optional(z.int()),
	/** Since the first failure after the last success. */
	failingSince: z.optional(z.int()),
	lastError: z.optional(z.string().check(z.maxLength(300))),
	/** The last failure there was, also where it has worked again since. */
	lastFailure: z.optional(z.object({ at: z.int(), error: z.string().check(z.maxLength(300)) })),
	/** News that could not be told for so long that they never will be: how many so far, and when it was last so. */
	givenUp: z.optional(z.object({ news: z.int(), at: z.int() })),
	/** Failures in a row, and until when it is left alone because of them. */
	failures: z.int(),
	notBefore: z.optional(z.int()),
	/** News that wait, as of the last look. */
	waiting: z.int(),
	/** Instants of the messages of the last minute. */
	lately: z.array(z.int()),
	/** By recipient: the day, the messages of it, and by courtyard when the last one went out. */
	recipients: z.record(
		z.string(),
		z.object({ day: z.string(), messages: z.int(), courtyards: z.record(z.string(), z.int()) }),
	),
	/** Whoever works on it, until when nobody else does. */
	claimedUntil: z.int(),
	version: z.int(),
})
export type ChannelState = z.infer<typeof ChannelState>

/** `GET /api/tasks/{id}/alerts`: who was told what of a task, by which channel; the oldest first. */
export const TaskAlerts = z.object({
	alerts: z.array(
		z.object({
			/** What it was about, e.g. that it was passed up the ladder. */
			text: z.object({ zh: z.string(), en: z.string() }),
			/** The name of the channel. */
			channel: z.string(),
			kind: z.nullable(z.enum(['wecom', 'webhook', 'sns', 'mqtt'])),
			at: z.iso.datetime(),
			status: z.enum(['sent', 'waiting', 'dropped']),
			sentAt: z.nullable(z.iso.datetime()),
			nextTryAt: z.nullable(z.iso.datetime()),
			droppedBecause: z.nullable(Dropped),
			lastError: z.nullable(z.string()),
		}),
	),
})
export type TaskAlerts = z.infer<typeof TaskAlerts>

/** `GET /api/alerts/channels`. Instants as ISO 8601. */
export const ChannelHealth = z.object({
	id: Id,
	name: z.string(),
	kind: z.enum(['wecom', 'webhook', 'sns', 'mqtt']),
	status: z.enum(['unused', 'working', 'failing', 'paused']),
	lastSuccessAt: z.nullable(z.iso.datetime()),
	failingSince: z.nullable(z.iso.datetime()),
	nextTryAt: z.nullable(z.iso.datetime()),
	lastError: z.nullable(z.string()),
	/** The last failure, also where it has worked again since: when, and why in plain words. */
	lastFailure: z.nullable(z.object({ at: z.iso.datetime(), reason: z.object({ zh: z.string(), en: z.string() }) })),
	waiting: z.int(),
	/** News given up because they could not be told for too long: how many so far, and when it was last so. */
	givenUp: z.nullable(z.object({ news: z.int(), at: z.iso.datetime() })),
})
export type ChannelHealth = z.infer<typeof ChannelHealth>

export const ChannelsHealth = z.object({ channels: z.array(ChannelHealth) })
export type ChannelsHealth = z.infer<typeof ChannelsHealth>
