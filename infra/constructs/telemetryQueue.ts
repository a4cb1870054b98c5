import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { deadLetters, type Operators } from './operators.ts'

/** How long one batch of readings may take. The queue hides a message six times as long, as Lambda asks. */
export const ingestTimeout = Duration.seconds(30)

/**
 * The durable buffer between the rule and `ingest`: a slow or broken function delays readings, it does not lose them.
 * After five attempts a message waits 14 days on the dead-letter queue for a person.
 */
export class TelemetryQueue extends Construct {
	readonly queue: Queue
	readonly deadLetterQueue: Queue

	constructor(scope: Construct, id: string, props: { readonly operators: Operators }) {
		super(scope, id)
		this.deadLetterQueue = new Queue(this, 'DeadLetterQueue', {
			encryption: QueueEncryption.SQS_MANAGED,
			enforceSSL: true,
			retentionPeriod: Duration.days(14),
		})
		deadLetters(this.deadLetterQueue)
		this.queue = new Queue(this, 'Queue', {
			encryption: QueueEncryption.SQS_MANAGED,
			enforceSSL: true,
			visibilityTimeout: Duration.seconds(6 * ingestTimeout.toSeconds()),
			retentionPeriod: Duration.days(4),
			deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: 5 },
		})
		props.operators.watchEmpty(this, 'DeadLettersAlarm', this.deadLetterQueue, {
			runbook: 'dead-letters',
			title: { zh: '有读数屡次处理失败', en: 'Readings failed five times' },
			meaning: 'They wait on the dead-letter queue. Read the ingest log, repair, then redrive.',
		})
	}
}
