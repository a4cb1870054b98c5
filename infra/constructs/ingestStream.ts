import { Duration } from 'aws-cdk-lib'
import { type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { KinesisEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { accepted } from './accepted.ts'
import { type IngestParameters, type IngestParts, ingestFunction } from './ingestFunction.ts'
import type { ServiceFunction } from './serviceFunction.ts'
import type { TelemetryQueue } from './telemetryQueue.ts'
import type { TelemetryStream } from './telemetryStream.ts'

export interface IngestStreamProps extends IngestParts {
	readonly stream: TelemetryStream
	/** Where a record that fails alone is tried again. */
	readonly telemetry: TelemetryQueue
	readonly parameters: IngestParameters
}

/** Readings from the stream: the same work as from the queue, on what Kinesis hands over. */
export class IngestStream extends Construct {
	readonly service: ServiceFunction
	/** How old the last record of a batch was when it was given to the function, also at each further attempt, milliseconds. */
	readonly givenAge: Metric

	constructor(scope: Construct, id: string, { stream, telemetry, parameters, ...parts }: IngestStreamProps) {
		super(scope, id)
		this.service = ingestFunction(this, parts, parameters, {
			name: 'stream',
			entry: 'ingest/streamHandler.ts',
			description: 'Readings from the telemetry stream into device-hours, alarms and tasks',
			alarm: {
				errors: 3,
				minutes: 5,
				title: { zh: '数据流读数处理失败', en: 'Ingest from the stream fails' },
				meaning: 'Batches fail as a whole and are tried again; their shards wait. Read the log of the stream function.',
			},
		})
			.setting('TELEMETRY_QUEUE_URL', telemetry.queue.queueUrl)
			.allow(['sqs:SendMessage'], telemetry.queue.queueArn)
			.reads(
				new KinesisEventSource(stream.stream, {
					startingPosition: StartingPosition.TRIM_HORIZON,
					batchSize: 1000,
					maxBatchingWindow: Duration.seconds(1),
					// A shard takes 1,000 records a second; one function of 512 MB stores fewer (docs/scale.md).
					parallelizationFactor: 4,
					reportBatchItemFailures: true,
					// A record that brings the function down is found by halves: ten of them make one out of 1,000.
					bisectBatchOnError: true,
					retryAttempts: 20,
					onFailure: new SqsDlq(stream.undone),
				}),
			)
		accepted(this.service, 'Serverless-LambdaDLQ', 'A stream calls it and waits; what it gives up has a destination.')
		this.givenAge = this.service.lambda.metric('IteratorAge', {
			period: Duration.minutes(1),
			statistic: Stats.MAXIMUM,
		})
		parts.operators.watch(this, 'HeldUpAlarm', {
			runbook: 'stream-held-up',
			title: { zh: '数据流分片受阻', en: 'A shard is held up' },
			meaning:
				'A batch of the stream is five minutes old and not done: it is tried again and again, or there is too much.',
			metric: this.givenAge,
			threshold: 300_000,
			periods: 5,
		})
	}
}
