import type { SQSClient } from '@aws-sdk/client-sqs'
import type { TelemetryQueue } from '../../../shared/ports/telemetryQueue.ts'

/** The telemetry queue, to put messages back on it. */
export class SqsTelemetryQueue implements TelemetryQueue {
	readonly #queueUrl: string
	#client: SQSClient | undefined

	constructor(queueUrl: string) {
		this.#queueUrl = queueUrl
	}

	async send(body: string): Promise<void> {
		const { SendMessageCommand, SQSClient } = await import('../clients/sqs.ts')
		this.#client ??= new SQSClient({})
		await this.#client.send(new SendMessageCommand({ QueueUrl: this.#queueUrl, MessageBody: body }))
	}
}
