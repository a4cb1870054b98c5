import type { TelemetryQueue } from '../../shared/ports/telemetryQueue.ts'
import { inParallel } from '../../shared/work/inParallel.ts'
import type { BatchReport } from './ingestBatch.ts'
import type { QueueRecord } from './openMessage.ts'
import { messageOf, type StreamRecord } from './streamRecords.ts'

/** A record that failed and that the queue did not take either. */
export type HeldUp = { messageId: string; sequenceNumber: string; error: unknown }

/** Failed records that are sent at a time. */
const WIDTH = 16

/**
 * A batch of the stream, by the use case of the queue. A stream is worked off in order: a record that is tried again
 * holds up all that lie behind it in its shard. So what failed, or found no time, is put on the telemetry queue, where it is tried again
 * beside the stream and ends, if it must, on the dead-letter queue (docs/adr/0016).
 * @returns those that must hold up the stream after all, the first in it first
 */
export async function ingestStream(
	records: readonly StreamRecord[],
	ingest: (messages: readonly QueueRecord[]) => Promise<BatchReport>,
	queue: TelemetryQueue,
): Promise<{ report: BatchReport; heldUp: HeldUp[] }> {
	const messages = records.map((record) => ({ ...messageOf(record), sequenceNumber: record.kinesis.sequenceNumber }))
	const report = await ingest(messages)
	const again = new Set([...report.failed.map(({ messageId }) => messageId), ...report.left])
	const heldUp: HeldUp[] = []
	const toSend = messages.filter(({ messageId }) => again.has(messageId))
	await inParallel(toSend, WIDTH, async ({ messageId, sequenceNumber, body }) => {
		try {
			await queue.send(body)
		} catch (error) {
			heldUp.push({ messageId, sequenceNumber, error })
		}
	})
	return { report, heldUp: heldUp.sort((a, b) => (BigInt(a.sequenceNumber) < BigInt(b.sequenceNumber) ? -1 : 1)) }
}
