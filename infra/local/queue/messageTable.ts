import type { DatabaseSync } from 'node:sqlite'
import * as z from '../../../shared/contract/zod.ts'
import type { Receipt } from './receiptHandle.ts'

const candidateRow = z.object({
	sequence: z.number(),
	size: z.number(),
	sent_at: z.number(),
	receive_count: z.number(),
})
const claimedRow = z.object({
	id: z.string(),
	body: z.string(),
	attributes: z.string(),
	sent_at: z.number(),
	receive_count: z.number(),
	first_received_at: z.number(),
	dead_letter_source: z.nullable(z.string()),
})
const countsRow = z.object({
	visible: z.number(),
	inFlight: z.number(),
	delayed: z.number(),
	oldest: z.nullable(z.number()),
})
const timeRow = z.object({ visible_at: z.number() })

/** A message that may be received now. */
export type Candidate = z.infer<typeof candidateRow>
export type ClaimedRow = z.infer<typeof claimedRow>

export type NewRow = { queue: string; id: string; body: string; attributes: string; size: number }

export type MessageTable = ReturnType<typeof messageTable>

/** The statements on the table of messages; times are milliseconds since 1970. Transactions are the caller's. */
export const messageTable = (database: DatabaseSync) => {
	const insert = database.prepare(
		'INSERT INTO message (queue, id, body, attributes, size, sent_at, visible_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
	)
	const candidates = database.prepare(
		`SELECT sequence, size, sent_at, receive_count FROM message
		WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, sequence LIMIT ?`,
	)
	const claim = database.prepare(
		`UPDATE message SET visible_at = ?, receipt = ?, receive_count = receive_count + 1,
			first_received_at = coalesce(first_received_at, ?)
		WHERE sequence = ?
		RETURNING id, body, attributes, sent_at, receive_count, first_received_at, dead_letter_source`,
	)
	const moveToQueue = database.prepare(
		'UPDATE message SET queue = ?, visible_at = ?, receipt = NULL, dead_letter_source = ? WHERE sequence = ?',
	)
	const remove = database.prepare('DELETE FROM message WHERE sequence = ?')
	const removeReceived = database.prepare('DELETE FROM message WHERE queue = ? AND sequence = ? AND receipt = ?')
	const removeExpired = database.prepare('DELETE FROM message WHERE queue = ? AND sent_at <= ?')
	const removeAll = database.prepare('DELETE FROM message WHERE queue = ?')
	const setVisible = database.prepare(
		'UPDATE message SET visible_at = ? WHERE queue = ? AND sequence = ? AND receipt = ? AND visible_at > ?',
	)
	const nextVisible = database.prepare('SELECT visible_at FROM message WHERE queue = ? ORDER BY visible_at LIMIT 1')
	const releaseInFlight = database.prepare(
		// The receive is given back: that our program ended says nothing against the message.
		'UPDATE message SET visible_at = ?, receive_count = max(receive_count - 1, 0) WHERE receipt IS NOT NULL AND visible_at > ?',
	)
	const counts = database.prepare(
		`SELECT count(*) FILTER (WHERE visible_at <= :now) AS visible,
			count(*) FILTER (WHERE visible_at > :now AND receipt IS NOT NULL) AS inFlight,
			count(*) FILTER (WHERE visible_at > :now AND receipt IS NULL) AS delayed,
			min(sent_at) AS oldest
		FROM message WHERE queue = :queue`,
	)
	return {
		insert: (row: NewRow, sentAt: number, visibleAt: number): void => {
			insert.run(row.queue, row.id, row.body, row.attributes, row.size, sentAt, visibleAt)
		},
		/** Oldest visible first. */
		candidates: (queue: string, now: number, limit: number): Candidate[] =>
			candidates.all(queue, now, limit).map((row) => candidateRow.parse(row)),
		claim: ({ sequence, token }: Receipt, now: number, visibleAt: number): ClaimedRow =>
			claimedRow.parse(claim.get(visibleAt, token, now, sequence)),
		/** The message keeps its id, its time of sending and its receive count, as in SQS. */
		moveToQueue: (sequence: number, queue: string, now: number, sourceArn: string): void => {
			moveToQueue.run(queue, now, sourceArn, sequence)
		},
		remove: (sequence: number): void => {
			remove.run(sequence)
		},
		/** False when the message is gone, or was received again since. */
		removeReceived: (queue: string, { sequence, token }: Receipt): boolean =>
			removeReceived.run(queue, sequence, token).changes === 1,
		removeExpired: (queue: string, sentUntil: number): number => Number(removeExpired.run(queue, sentUntil).changes),
		removeAll: (queue: string): number => Number(removeAll.run(queue).changes),
		/** False when the message is not in flight under this receipt. */
		setVisible: (queue: string, { sequence, token }: Receipt, now: number, visibleAt: number): boolean =>
			setVisible.run(visibleAt, queue, sequence, token, now).changes === 1,
		/** When the next message of the queue becomes (or became) visible. */
		nextVisible: (queue: string): number | undefined => {
			const row = nextVisible.get(queue)
			return row === undefined ? undefined : timeRow.parse(row).visible_at
		},
		releaseInFlight: (now: number): number => Number(releaseInFlight.run(now, now).changes),
		counts: (queue: string, now: number) => countsRow.parse(counts.get({ queue, now })),
	}
}
