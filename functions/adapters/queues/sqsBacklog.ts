import type { SQSClient } from '@aws-sdk/client-sqs'
import type { Backlog, Waiting } from '../../../shared/ports/backlog.ts'

/** The telemetry queue, to know how far behind ingest is. */
export class SqsBacklog implements Backlog {
	readonly #queueUrl: string
	#client: SQSClient | undefined

	constructor(queueUrl: string) {
		this.#queueUrl = queueUrl
	}

	async waiting(): Promise<Waiting> {
		const { GetQueueAttributesCommand, SQSClient } = await import('../clients/sqs.ts')
		this.#client ??= new SQSClient({})
		const { Attributes } = await this.#client.send(
			new GetQueueAttributesCommand({ QueueUrl: this.#queueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
		)
		return { messages: Number(Attributes?.ApproximateNumberOfMessages ?? 0) }
	}
}
