import { setTimeout } from 'node:timers/promises'
import type { QueueService } from '../queue/queueService.ts'
import type { ReceivedMessage } from '../queue/takeMessages.ts'
import { batchOutcome } from './batchOutcome.ts'
import type { FunctionResponseType } from './eventSourceDefinition.ts'
import { type Invoke, maxPayloadBytes } from './invokeResult.ts'
import { sqsEvent } from './sqsEvent.ts'

export type EventSourceOptions = {
	readonly queue: string
	readonly queueArn: string
	readonly service: QueueService
	readonly invoke: Invoke
	/** 1-10,000. */
	readonly batchSize: number
	/** 0-300; with 0 the function is invoked with what is there. */
	readonly maximumBatchingWindowInSeconds: number
	readonly functionResponseTypes: readonly FunctionResponseType[]
	/** Batches in work at once. AWS begins with five; one machine is served by two. */
	readonly maximumConcurrency?: number
	readonly region: string
	/** A batch that failed, in whole or in part, in words. */
	readonly log: (line: string) => void
}

export type EventSource = {
	/** Takes no more messages; resolves when the batches in work are finished. */
	close(): Promise<void>
}

/**
 * As on AWS, a batch also ends where its event would pass the payload limit. A record adds under 1 KB to its body, JSON
 * escapes at most double the body, and the last message may go over by its own 1 MiB.
 */
const maxBatchBytes = maxPayloadBytes / 4
const maxBatchMessages = 2000
/** In the window, messages are fetched in gulps: one transaction for each arriving message would be a waste. */
const gulpMs = 20
const longPollSeconds = 20
const faultPauseMs = 1000

/** Gathers one batch: as Lambda does, until it is full, the window since its first message is over, or on stop. */
const gather = async (options: EventSourceOptions, signal: AbortSignal): Promise<ReceivedMessage[]> => {
	const { queue, service, maximumBatchingWindowInSeconds } = options
	const batchSize = Math.min(options.batchSize, maxBatchMessages)
	const batch = await service.receive(queue, {
		max: batchSize,
		maxBytes: maxBatchBytes,
		waitTimeSeconds: longPollSeconds,
		signal,
	})
	let bytes = batch.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0)
	const windowEnd = Date.now() + maximumBatchingWindowInSeconds * 1000
	while (batch.length > 0 && batch.length < batchSize && bytes < maxBatchBytes && !signal.aborted) {
		const rest = windowEnd - Date.now()
		if (rest <= 0) break
		await setTimeout(Math.min(gulpMs, rest))
		const more = await service.receive(queue, {
			max: batchSize - batch.length,
			maxBytes: maxBatchBytes - bytes,
			waitTimeSeconds: Math.max(0, (windowEnd - Date.now()) / 1000),
			signal,
		})
		batch.push(...more)
		bytes += more.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0)
	}
	return batch
}

/** Invokes the function with the batch and deletes what it has dealt with; the rest reappears after its visibility timeout. */
const deliver = async (options: EventSourceOptions, batch: readonly ReceivedMessage[]): Promise<void> => {
	const { queue, queueArn, region, service, invoke, log } = options
	const result = await invoke(sqsEvent(batch, queueArn, region))
	if (!result.ok) {
		log(`${queue}: a batch of ${batch.length} failed and will be repeated: ${result.errorType}: ${result.errorMessage}`)
		return
	}
	const outcome = options.functionResponseTypes.includes('ReportBatchItemFailures')
		? batchOutcome(
				result.payload,
				batch.map(({ messageId }) => messageId),
			)
		: ({ kind: 'partial', failed: new Set<string>() } as const)
	if (outcome.kind === 'all-failed') {
		log(`${queue}: a batch of ${batch.length} counts as failed and will be repeated: ${outcome.reason}`)
		return
	}
	const done = batch.filter(({ messageId }) => !outcome.failed.has(messageId))
	await service.deleteBatch(
		queue,
		done.map(({ receiptHandle }) => receiptHandle),
	)
	if (outcome.failed.size > 0)
		log(`${queue}: ${outcome.failed.size} of ${batch.length} messages failed and will be repeated`)
}

/**
 * Feeds a function from a queue as Lambda's event source mapping does. A message wakes it within a turn of the event
 * loop; while the function works, messages gather in the queue and the next batch is fuller.
 */
export const startEventSource = (options: EventSourceOptions): EventSource => {
	const concurrency = options.maximumConcurrency ?? 2
	const stop = new AbortController()
	const inWork = new Set<Promise<void>>()

	const report = (fault: unknown): void =>
		options.log(`${options.queue}: ${fault instanceof Error ? fault.message : String(fault)}`)

	const poll = async (): Promise<void> => {
		while (!stop.signal.aborted) {
			if (inWork.size >= concurrency) {
				await Promise.race(inWork)
				continue
			}
			try {
				const batch = await gather(options, stop.signal)
				if (batch.length === 0) continue
				const work = deliver(options, batch)
					.catch(report)
					.finally(() => inWork.delete(work))
				inWork.add(work)
			} catch (fault) {
				// A full disk, say: go on trying, but not as fast as the machine can.
				report(fault)
				await setTimeout(faultPauseMs)
			}
		}
	}
	const polling = poll()

	return {
		close: async () => {
			stop.abort()
			await polling
			await Promise.all(inWork)
		},
	}
}
