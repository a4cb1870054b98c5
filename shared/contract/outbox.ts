import * as z from 'zod'
import { Severity } from './profile.ts'
import { Id } from './registry.ts'

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
	nextAt: z.int().optional(),
	/** What is tried at all times, and counts as tried once a message with it was handed over. */
	attempts: z.int(),
	sentAt: z.int().optional(),
	droppedBecause: Dropped.optional(),
	/** The last failure, in words. */
	lastError: z.string().max(300).optional(),
})
export type OutboxEntry = z.infer<typeof OutboxEntry>

/** What is known of a channel: its health, and what it sent lately, which grouping, caps and limits look at. */
export const ChannelState = z.object({
	channel: Id,
	lastSuccessAt: z.int().optional(),
	/** Since the first failure after the last success. */
	failingSince: z.int().optional(),
	lastError: z.string().max(300).optional(),
	/** The last failure there was, also where it has worked again since. */
	lastFailure: z.object({ at: z.int(), error: z.string().max(300) }).optional(),
	/** News that could not be told for so long that they never will be: how many so far, and when it was last so. */
	givenUp: z.object({ news: z.int(), at: z.int() }).optional(),
	/** Failures in a row, and until when it is left alone because of them. */
	failures: z.int(),
	notBefore: z.int().optional(),
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
			kind: z.enum(['wecom', 'webhook', 'sns', 'mqtt']).nullable(),
			at: z.iso.datetime(),
			status: z.enum(['sent', 'waiting', 'dropped']),
			sentAt: z.iso.datetime().nullable(),
			nextTryAt: z.iso.datetime().nullable(),
			droppedBecause: Dropped.nullable(),
			lastError: z.string().nullable(),
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
	lastSuccessAt: z.iso.datetime().nullable(),
	failingSince: z.iso.datetime().nullable(),
	nextTryAt: z.iso.datetime().nullable(),
	lastError: z.string().nullable(),
	/** The last failure, also where it has worked again since: when, and why in plain words. */
	lastFailure: z.object({ at: z.iso.datetime(), reason: z.object({ zh: z.string(), en: z.string() }) }).nullable(),
	waiting: z.int(),
	/** News given up because they could not be told for too long: how many so far, and when it was last so. */
	givenUp: z.object({ news: z.int(), at: z.iso.datetime() }).nullable(),
})
export type ChannelHealth = z.infer<typeof ChannelHealth>

export const ChannelsHealth = z.object({ channels: z.array(ChannelHealth) })
export type ChannelsHealth = z.infer<typeof ChannelsHealth>
