import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { logged } from '../adapters/log.ts'
import { wiredIngest } from './wiring.ts'

const ingest = wiredIngest()

/** Messages of the telemetry queue: each fails on its own and comes again. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
	.use(logged())
	.handler(async (event) => {
		const { failed } = await ingest(event.Records)
		return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
	})
