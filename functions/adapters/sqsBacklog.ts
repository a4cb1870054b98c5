import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Backlog, Waiting } from '../../shared/ports/backlog.ts'

/** The telemetry queue, to know how far behind ingest is. */
export class SqsBacklog implements Backlog {
	readonly #client = new SQSClient({})
	readonly #queueUrl: string

	constructor(queueUrl: string) {
		this.#queueUrl = queueUrl
	}

	async waiting(): Promise<Waiting> {
		const { Attributes } = await this.#client.send(
			new GetQueueAttributesCommand({ QueueUrl: this.#queueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
		)
		return { messages: Number(Attributes?.ApproximateNumberOfMessages ?? 0) }
	}
}
