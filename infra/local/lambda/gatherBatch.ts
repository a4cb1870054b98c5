import { setTimeout } from 'node:timers/promises'
import type { QueueService } from '../queue/queueService.ts'
import type { ReceivedMessage } from '../queue/takeMessages.ts'
import { maxPayloadBytes } from './invokeResult.ts'
import { sqsRecord } from './sqsEvent.ts'

export type GatherOptions = {
	readonly queue: string
	readonly queueArn: string
	readonly service: QueueService
	/** 1-10,000. */
	readonly batchSize: number
	/** 0-300; with 0 the function is invoked with what is there. */
	readonly maximumBatchingWindowInSeconds: number
	readonly region: string
}

/** In the window, messages are fetched in gulps: one transaction for each arriving message would be a waste. */
const gulpMs = 20
/** The broker waits while a gulp is claimed. */
const gulpMessages = 500
/** A window ends early when so long nothing came: on AWS waiting saves an invocation, here it only makes readings late. */
const quietMs = 100
const longPollSeconds = 20
const frameBytes = Buffer.byteLength('{"Records":[]}')

/**
 * Gathers batches from one queue. As Lambda does, until a batch is full, its event would be too large, or the window since
 * its first message came is over; it also ends when nothing comes any more. Empty on abort.
 */
export const batchGatherer = (options: GatherOptions, signal: AbortSignal) => {
	const { queue, queueArn, region, service, batchSize } = options
	const windowMs = options.maximumBatchingWindowInSeconds * 1000
	/** Received, but too much for the batch before. */
	let surplus: ReceivedMessage[] = []

	const receive = async (room: number, waitTimeSeconds: number): Promise<ReceivedMessage[]> => {
		const left = surplus.splice(0, room)
		if (left.length > 0) return left
		const max = Math.min(room, gulpMessages)
		return service.receive(queue, { max, maxBytes: maxPayloadBytes, waitTimeSeconds, signal })
	}

	return async (): Promise<ReceivedMessage[]> => {
		const batch: ReceivedMessage[] = []
		let bytes = frameBytes
		const add = (messages: readonly ReceivedMessage[]): void => {
			for (const [i, message] of messages.entries()) {
				const size = Buffer.byteLength(JSON.stringify(sqsRecord(message, queueArn, region))) + 1
				if (batch.length > 0 && bytes + size > maxPayloadBytes) {
					surplus = [...messages.slice(i), ...surplus]
					return
				}
				batch.push(message)
				bytes += size
			}
		}
		add(await receive(batchSize, longPollSeconds))
		const windowEnd = (batch[0]?.sentAt ?? 0) + windowMs
		for (let lastAt = Date.now(); batch.length > 0 && batch.length < batchSize && !signal.aborted; ) {
			if (surplus.length > 0) break
			const more = await receive(batchSize - batch.length, 0)
			add(more)
			if (more.length > 0) lastAt = Date.now()
			// A full gulp is a backlog: there is no end to wait for.
			if (more.length === gulpMessages) continue
			if (Date.now() >= Math.min(windowEnd, lastAt + quietMs)) break
			await setTimeout(gulpMs)
		}
		return batch
	}
}
