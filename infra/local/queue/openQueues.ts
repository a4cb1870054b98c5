import { randomUUID } from 'node:crypto'
import { createGroupCommit } from '../sqlite/groupCommit.ts'
import { StartError } from '../startError.ts'
import { createArrivals } from './arrivals.ts'
import { messageSize } from './messageAttributes.ts'
import { messageTable } from './messageTable.ts'
import { openDatabase } from './openDatabase.ts'
import type { QueueDefinition } from './queueDefinition.ts'
import type { OutgoingMessage, QueueService, ReceiptOutcome } from './queueService.ts'
import { decodeReceipt } from './receiptHandle.ts'
import { takeMessages } from './takeMessages.ts'

const retentionSweepMs = 60_000

const known = (definitions: readonly QueueDefinition[]) => {
	const byName = new Map(definitions.map((definition) => [definition.name, definition]))
	for (const { name, redrive } of definitions) {
		if (redrive && !byName.has(redrive.deadLetterQueueName))
			throw new StartError({
				message: `Queue ${name} names a dead-letter queue that does not exist: ${redrive.deadLetterQueueName}`,
				remedy: 'Define the dead-letter queue in the same stack.',
			})
	}
	return byName
}

/**
 * Opens the durable queues kept in one file. A message whose `send` resolved survives a killed process and a power cut.
 * Throws a StartError when the file is unreadable, in use by another process, or the definitions do not fit together.
 */
export const openQueues = (
	file: string,
	definitions: readonly QueueDefinition[],
	now: () => number = Date.now,
): QueueService => {
	const byName = known(definitions)
	const database = openDatabase(file)
	const table = messageTable(database)
	const commits = createGroupCommit(database)
	const arrivals = new Map(definitions.map(({ name }) => [name, createArrivals(now)]))
	let closed = false

	// Whoever had received a message did so through the process that is gone, and can no longer finish it: waiting for
	// the rest of the visibility timeout would only delay the repair. Delayed messages (never received) stay delayed.
	commits.runNow(() => table.releaseInFlight(now()))

	const sweep = setInterval(() => {
		void commits
			.run(() => {
				for (const { name, retentionSeconds } of definitions) table.removeExpired(name, now() - retentionSeconds * 1000)
			})
			.catch((fault: unknown) => console.error('queue retention:', fault))
	}, retentionSweepMs)
	sweep.unref()

	const queueOf = (name: string) => {
		const queue = byName.get(name)
		const arrival = arrivals.get(name)
		if (!queue || !arrival) throw new Error(`There is no queue ${name}`)
		return { queue, arrival }
	}

	const insertAll = (queue: QueueDefinition, messages: readonly OutgoingMessage[]): string[] => {
		const sentAt = now()
		return messages.map(({ body, attributes = {}, delaySeconds = queue.delaySeconds }) => {
			const id = randomUUID()
			const size = messageSize(body, attributes)
			const row = { queue: queue.name, id, body, attributes: JSON.stringify(attributes), size }
			table.insert(row, sentAt, sentAt + delaySeconds * 1000)
			return id
		})
	}

	const sendBatch: QueueService['sendBatch'] = async (name, messages) => {
		const { queue, arrival } = queueOf(name)
		const ids = await commits.run(() => insertAll(queue, messages))
		arrival.announce()
		return ids
	}

	const deleteBatch: QueueService['deleteBatch'] = async (name, handles) => {
		const { queue } = queueOf(name)
		const receipts = handles.map(decodeReceipt)
		return commits.run(() =>
			receipts.map((receipt): ReceiptOutcome => {
				if (receipt === undefined) return 'invalid'
				return table.removeReceived(queue.name, receipt) ? 'done' : 'stale'
			}),
		)
	}

	return {
		definitions,
		sendBatch,
		send: async (name, body, attributes = {}) => {
			const [id] = await sendBatch(name, [{ body, attributes }])
			if (id === undefined) throw new Error(`Queue ${name} gave no message id`)
			return id
		},
		sendSync: (name, messages) => {
			const { queue, arrival } = queueOf(name)
			const ids = commits.runNow(() => insertAll(queue, messages))
			arrival.announce()
			return ids
		},
		receive: async (name, options) => {
			const { queue, arrival } = queueOf(name)
			const stopped = () => closed || options.signal?.aborted === true
			const limits = {
				max: options.max,
				maxBytes: options.maxBytes ?? Number.POSITIVE_INFINITY,
				visibilityTimeout: options.visibilityTimeout ?? queue.visibilityTimeout,
			}
			const deadline = now() + (options.waitTimeSeconds ?? 0) * 1000
			while (!stopped()) {
				const seen = arrival.version()
				const next = table.nextVisible(name)
				if (next !== undefined && next <= now()) {
					const { messages, moved } = await commits.run(() =>
						// The receiver may have gone while the transaction was pending.
						stopped() ? { messages: [], moved: 0 } : takeMessages(table, queue, limits, now()),
					)
					if (moved > 0 && queue.redrive) arrivals.get(queue.redrive.deadLetterQueueName)?.announce()
					if (messages.length > 0) return messages
				}
				if (stopped() || now() >= deadline) break
				const visible = table.nextVisible(name)
				if (visible === undefined || visible > now())
					await arrival.next(seen, Math.min(deadline, visible ?? deadline), options.signal)
			}
			return []
		},
		delete: async (name, handle) => (await deleteBatch(name, [handle]))[0] ?? 'invalid',
		deleteBatch,
		changeVisibility: async (name, handle, seconds) => {
			const { queue, arrival } = queueOf(name)
			const receipt = decodeReceipt(handle)
			if (receipt === undefined) return 'invalid'
			const changed = await commits.run(() => table.setVisible(queue.name, receipt, now(), now() + seconds * 1000))
			arrival.announce()
			return changed ? 'done' : 'stale'
		},
		purge: (name) => {
			const { queue } = queueOf(name)
			return commits.run(() => table.removeAll(queue.name))
		},
		counts: (name) => {
			const { oldest, ...counts } = table.counts(queueOf(name).queue.name, now())
			return { ...counts, ...(oldest !== null && { oldestAgeSeconds: Math.max(0, (now() - oldest) / 1000) }) }
		},
		close: () => {
			closed = true
			clearInterval(sweep)
			commits.flush()
			for (const arrival of arrivals.values()) arrival.announce()
			database.close()
		},
	}
}
