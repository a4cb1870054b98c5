import middy from '@middy/core'
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { logged } from '../adapters/lambda/log.ts'
import { wiredIngest } from './wiring.ts'

const ingest = wiredIngest()

/** Messages of the telemetry queue: each fails on its own and comes again. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
	.use(logged())
	.handler(async (event, context: Context) => {
		const { failed, left } = await ingest(event.Records, () => context.getRemainingTimeInMillis())
		const again = [...failed.map(({ messageId }) => messageId), ...left]
		return { batchItemFailures: again.map((itemIdentifier) => ({ itemIdentifier })) }
	})
