import { setTimeout } from 'node:timers/promises'
import type { ReceivedMessage } from '../queue/takeMessages.ts'
import { batchOutcome } from './batchOutcome.ts'
import type { FunctionResponseType } from './eventSourceDefinition.ts'
import { batchGatherer, type GatherOptions } from './gatherBatch.ts'
import type { Invoke } from './invokeResult.ts'
import { sqsEvent } from './sqsEvent.ts'

export type EventSourceOptions = GatherOptions & {
	readonly invoke: Invoke
	readonly functionResponseTypes: readonly FunctionResponseType[]
	/** Batches in work at once. Absent: one after the other, and a second only beside one that takes long. */
	readonly maximumConcurrency?: number
	/** From when on a batch takes long, milliseconds: one that hangs must not hold up what came after it. */
	readonly patienceMs?: number
	/** A batch that failed, in whole or in part, in words. */
	readonly log: (line: string) => void
}

export type EventSource = {
	/** Takes no more messages; resolves when the batches in work are finished. */
	close(): Promise<void>
}

const faultPauseMs = 1000

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
 * Feeds a function from a queue as Lambda's event source mapping does; while the function works, messages gather and the
 * next batch is fuller. AWS begins with five batches at once. Here two would share the cores and write to the same hours
 * of the same devices, where one fuller batch needs fewer writes, and what came later could overtake what came before it.
 */
export const startEventSource = (options: EventSourceOptions): EventSource => {
	const { maximumConcurrency = 1, patienceMs = 10_000 } = options
	const most = options.maximumConcurrency ?? 2
	const stop = new AbortController()
	const inWork = new Set<Promise<void>>()
	let begunAt = 0

	const report = (fault: unknown): void =>
		options.log(`${options.queue}: ${fault instanceof Error ? fault.message : String(fault)}`)

	const mustWait = (): boolean =>
		inWork.size >= most || (inWork.size >= maximumConcurrency && Date.now() - begunAt < patienceMs)

	const begin = (batch: readonly ReceivedMessage[]): void => {
		begunAt = Date.now()
		const work = deliver(options, batch)
			.catch(report)
			.finally(() => inWork.delete(work))
		inWork.add(work)
	}

	const gather = batchGatherer(options, stop.signal)
	const poll = async (): Promise<void> => {
		while (!stop.signal.aborted) {
			if (mustWait()) {
				await Promise.race([...inWork, setTimeout(patienceMs, undefined, { ref: false })])
				continue
			}
			try {
				const batch = await gather()
				if (batch.length > 0) begin(batch)
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
