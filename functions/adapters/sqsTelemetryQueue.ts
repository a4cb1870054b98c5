import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { TelemetryQueue } from '../../shared/ports/telemetryQueue.ts'

/** The telemetry queue, to put messages back on it. */
export class SqsTelemetryQueue implements TelemetryQueue {
	readonly #client = new SQSClient({})
	readonly #queueUrl: string

	constructor(queueUrl: string) {
		this.#queueUrl = queueUrl
	}

	async send(body: string): Promise<void> {
		await this.#client.send(new SendMessageCommand({ QueueUrl: this.#queueUrl, MessageBody: body }))
	}
}
