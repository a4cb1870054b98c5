import { Duration, Stack } from 'aws-cdk-lib'
import { ComparisonOperator, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Construct } from 'constructs'
import type { IotDataEndpoint } from './iotDataEndpoint.ts'
import type { Operators } from './operators.ts'
import { ServiceFunction } from './serviceFunction.ts'
import type { Tables } from './tables.ts'
import type { TaskLinks } from './taskLinks.ts'

export interface NotifyProps {
	readonly operators: Operators
	readonly tables: Tables
	readonly endpoint: IotDataEndpoint
	readonly taskLinks: TaskLinks
}

/**
 * Tells people by the channels that staff set up, every minute. Apart from the sweep: a receiver that answers slowly must
 * not keep silent devices and deadlines waiting.
 */
export class Notify extends Construct {
	constructor(scope: Construct, id: string, { operators, tables, endpoint, taskLinks }: NotifyProps) {
		super(scope, id)
		const notify = new ServiceFunction(this, 'Service', {
			name: 'notify',
			description: 'Every minute: messages to people, by WeCom, webhook, e-mail and loudspeaker',
			memorySize: 512,
			timeout: Duration.seconds(55),
			alarm: { errors: 3, minutes: 5, meaning: 'Notify fails: people are not told of tasks. Read its log.' },
			operators,
		})
			.uses(tables.registry, ['Query', 'GetItem'])
			.uses(tables.tasks, ['GetItem', 'PutItem', 'UpdateItem', 'Query'], ['byDue'])
			.allow(['ssm:GetParameter'], this.named('ssm', 'parameter', 'green-courtyard/channels/*'))
			// Secrets of Secrets Manager are read through SSM's reference to them.
			.allow(
				['ssm:GetParameter'],
				this.named('ssm', 'parameter', 'aws/reference/secretsmanager/green-courtyard/channels/*'),
			)
			.allow(
				['secretsmanager:GetSecretValue'],
				this.named('secretsmanager', 'secret', 'green-courtyard/channels/*', ':'),
			)
			.allow(
				['sns:Publish'],
				`arn:${Stack.of(this).partition}:sns:${Stack.of(this).region}:${Stack.of(this).account}:green-courtyard-*`,
			)
		endpoint.publishEventsFrom(notify)
		taskLinks.usedBy(notify)

		// The next run repairs a missed one.
		notify.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.seconds(60) })
		new Schedule(this, 'EveryMinute', {
			schedule: ScheduleExpression.rate(Duration.minutes(1)),
			target: new LambdaInvoke(notify.lambda, { retryAttempts: 0, maxEventAge: Duration.seconds(60) }),
		})
		operators.watch(this, 'StoppedAlarm', {
			meaning: 'Notify has not run for 15 minutes: nobody is told of tasks. Look at its schedule.',
			metric: notify.lambda.metricInvocations({ period: Duration.minutes(5), statistic: Stats.SUM }),
			threshold: 1,
			periods: 3,
			comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
			missing: TreatMissingData.BREACHING,
		})
	}

	private named(service: string, resource: string, resourceName: string, separator = '/'): string {
		const { partition, region, account } = Stack.of(this)
		return `arn:${partition}:${service}:${region}:${account}:${resource}${separator}${resourceName}`
	}
}
