import middy from '@middy/core'
import type { Context, KinesisStreamBatchResponse, KinesisStreamEvent } from 'aws-lambda'
import * as z from '../../shared/contract/zod.ts'
import { environment } from '../adapters/lambda/environment.ts'
import { log, logged } from '../adapters/lambda/log.ts'
import { SqsTelemetryQueue } from '../adapters/queues/sqsTelemetryQueue.ts'
import { ingestStream } from './ingestStream.ts'
import { wiredIngest } from './wiring.ts'

const env = environment({ TELEMETRY_QUEUE_URL: z.string() })
const ingest = wiredIngest()
const queue = new SqsTelemetryQueue(env.TELEMETRY_QUEUE_URL)

/** Records of the telemetry stream: what fails goes to the telemetry queue, and only what cannot even go there holds up its shard. */
export const handler = middy<KinesisStreamEvent, KinesisStreamBatchResponse>()
	.use(logged())
	.handler(async (event, context: Context) => {
		const remaining = () => context.getRemainingTimeInMillis()
		const { heldUp } = await ingestStream(event.Records, (messages) => ingest(messages, remaining), queue)
		for (const { messageId, error } of heldUp) log.error('message not passed to the queue', error, { messageId })
		return { batchItemFailures: heldUp.slice(0, 1).map(({ sequenceNumber }) => ({ itemIdentifier: sequenceNumber })) }
	})
