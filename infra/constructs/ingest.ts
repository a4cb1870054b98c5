import { Duration } from 'aws-cdk-lib'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { stageOf } from '../stages/stageOf.ts'
import { accepted } from './accepted.ts'
import { type IngestParts, ingestFunction } from './ingestFunction.ts'
import { daysParameter, keyParameter } from './parameters.ts'
import type { ServiceFunction } from './serviceFunction.ts'
import type { TelemetryQueue } from './telemetryQueue.ts'

export interface IngestProps extends IngestParts {
	readonly telemetry: TelemetryQueue
}

/** Readings from the queue: decoded, checked, kept by device and hour, judged; tasks and alerts where they changed. */
export class Ingest extends Construct {
	readonly service: ServiceFunction
	/** How long readings are kept, days. */
	readonly retentionDays = daysParameter(
		this,
		'RetentionDays',
		stageOf(this).retention.readingsDays,
		'How long readings are kept',
	)

	/** The deployment's key for pseudonyms. */
	readonly privacyKey = keyParameter(this, 'PrivacyKey', 'Any text; hides visits of household toilets, and who reports')

	readonly acceptedAgeDays = daysParameter(
		this,
		'AcceptedAgeDays',
		stageOf(this).retention.acceptedAgeDays,
		'How old a reading may be when it comes',
	)

	constructor(scope: Construct, id: string, { telemetry, ...parts }: IngestProps) {
		super(scope, id)
		const ingest = ingestFunction(this, parts, this, {
			name: 'ingest',
			description: 'Readings from the telemetry queue into device-hours, alarms and tasks',
			alarm: {
				errors: 3,
				minutes: 5,
				title: { zh: '读数处理失败', en: 'Ingest fails' },
				meaning: 'Readings pile up on the telemetry queue. Read its log.',
			},
		}).reads(
			new SqsEventSource(telemetry.queue, {
				// A village that comes back sends days at once: readings of one device-hour are then one write. The payload
				// limit ends such a batch before this does (docs/adr/0018).
				batchSize: 10_000,
				maxBatchingWindow: Duration.seconds(1),
				// One poison message must neither block nor repeat the others.
				reportBatchItemFailures: true,
			}),
		)
		const redrive = 'Readings come from a queue, which passes on what failed five times to its dead-letter queue.'
		accepted(ingest, 'Serverless-LambdaDLQ', redrive)
		accepted(ingest, 'Serverless-LambdaEventSourceMappingDestination', redrive)
		this.service = ingest
	}
}
