import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { Clockwork } from './clockwork.ts'
import type { IngestStream } from './ingestStream.ts'
import type { IotDataEndpoint } from './iotDataEndpoint.ts'
import type { Operators } from './operators.ts'
import { ServiceFunction } from './serviceFunction.ts'
import type { Tables } from './tables.ts'
import type { TelemetryQueue } from './telemetryQueue.ts'
import type { TelemetryStream } from './telemetryStream.ts'

export interface SweepProps {
	readonly operators: Operators
	readonly tables: Tables
	readonly telemetry: TelemetryQueue
	readonly endpoint: IotDataEndpoint
	readonly stream: TelemetryStream | undefined
	readonly streamed: IngestStream | undefined
}

/** What only the clock can tell, every minute: silent devices, overdue tasks, alerts that were not sent. */
export class Sweep extends Construct {
	readonly service: ServiceFunction
	constructor(scope: Construct, id: string, props: SweepProps) {
		super(scope, id)
		const { operators, tables, telemetry, endpoint, stream, streamed } = props
		const sweep = new ServiceFunction(this, 'Service', {
			name: 'sweep',
			description: 'Every minute: silence, overdue tasks, unsent alerts',
			memorySize: 512,
			timeout: Duration.seconds(50),
			alarm: {
				errors: 3,
				minutes: 5,
				title: { zh: '巡检失败', en: 'The sweep fails' },
				meaning: 'Silent devices and overdue tasks go unnoticed.',
			},
			operators,
		})
			// Deletes contacts that are to be forgotten.
			.uses(tables.telemetry, ['Query', 'GetItem', 'UpdateItem', 'DeleteItem'])
			.uses(tables.registry, ['Query', 'GetItem'])
			.uses(tables.tasks, ['GetItem', 'PutItem', 'UpdateItem', 'Query'], ['byDue', 'byCourtyard'])
			// No device is silent while its readings wait in our queue.
			.setting('TELEMETRY_QUEUE_URL', telemetry.queue.queueUrl)
			.allow(['sqs:GetQueueAttributes'], telemetry.queue.queueArn)
		if (stream && streamed)
			// Nor in our stream: how old they are CloudWatch knows, which has no resources to name.
			sweep
				.setting('TELEMETRY_STREAM', stream.stream.streamName)
				.setting('STREAM_FUNCTION', streamed.service.lambda.functionName)
				.allowBelow(['cloudwatch:GetMetricData'], '*', 'GetMetricData knows no resource.')
		endpoint.publishEventsFrom(sweep)

		new Clockwork(this, 'EveryMinute', {
			operators,
			wakes: sweep,
			every: Duration.minutes(1),
			maxAge: Duration.seconds(60),
			stopped: {
				title: { zh: '巡检停止运行', en: 'The sweep has stopped' },
				meaning: 'The sweep has not run for 15 minutes. Look at its schedule.',
				period: Duration.minutes(5),
				periods: 3,
			},
		})
		this.service = sweep
	}
}
