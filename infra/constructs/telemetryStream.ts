import { Duration } from 'aws-cdk-lib'
import { type Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { deadLetters, type Operators } from './operators.ts'

export interface TelemetryStreamProps {
	readonly operators: Operators
	readonly shards: number
}

/** What Lambda could not give to `ingest`, and how long the stream keeps what it was: as long as the queue does. */
const RETENTION = Duration.days(4)

/**
 * The durable buffer of a county between the rule and `ingest`: what one device sends stays in order in one shard. What
 * fails alone goes to the telemetry queue; of a batch that fails as a whole, after its last attempt, the place in the
 * stream is kept on the queue of batches that were not done.
 */
export class TelemetryStream extends Construct {
	readonly stream: Stream
	/** Where batches that were given up begin and end. */
	readonly undone: Queue
	/** How old the last record was that Lambda fetched, of all shards the most, milliseconds. */
	readonly fetchedAge: Metric

	constructor(scope: Construct, id: string, { operators, shards }: TelemetryStreamProps) {
		super(scope, id)
		this.stream = new Stream(this, 'Stream', {
			streamMode: StreamMode.PROVISIONED,
			shardCount: shards,
			retentionPeriod: RETENTION,
			encryption: StreamEncryption.MANAGED,
		})
		this.fetchedAge = this.stream.metricGetRecordsIteratorAgeMilliseconds({
			period: Duration.minutes(1),
			statistic: Stats.MAXIMUM,
		})
		this.undone = new Queue(this, 'UndoneBatches', {
			encryption: QueueEncryption.SQS_MANAGED,
			enforceSSL: true,
			retentionPeriod: Duration.days(14),
		})
		deadLetters(this.undone)
		operators.watchEmpty(this, 'UndoneBatchesAlarm', this.undone, {
			runbook: 'batches-undone',
			title: { zh: '有整批读数未能处理', en: 'Batches of readings were given up' },
			meaning:
				'Their place in the stream is on the queue of batches undone; the stream keeps them for four days. Read the log.',
		})
		operators.watch(this, 'WaitsAlarm', {
			runbook: 'stream-waits',
			title: { zh: '数据流中读数久等', en: 'Readings wait in the stream' },
			meaning:
				'What is fetched from the stream is five minutes old, or nothing has been fetched: ingest does not keep up.',
			metric: this.fetchedAge,
			threshold: 300_000,
			periods: 5,
			// Lambda asks every second, also when nothing has come: silence is its own.
			missing: TreatMissingData.BREACHING,
		})
	}
}
