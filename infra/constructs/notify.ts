import { Duration, Stack } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { Clockwork } from './clockwork.ts'
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
	readonly service: ServiceFunction

	constructor(scope: Construct, id: string, { operators, tables, endpoint, taskLinks }: NotifyProps) {
		super(scope, id)
		const named = 'Channels are named by staff, all below this prefix.'
		this.service = new ServiceFunction(this, 'Service', {
			name: 'notify',
			description: 'Every minute: messages to people, by WeCom, webhook, e-mail and loudspeaker',
			memorySize: 512,
			timeout: Duration.seconds(55),
			alarm: {
				errors: 3,
				minutes: 5,
				title: { zh: '通知发送失败', en: 'Notify fails' },
				meaning: 'People are not told of tasks. Read its log.',
			},
			operators,
		})
			.uses(tables.registry, ['Query', 'GetItem'])
			.uses(tables.tasks, ['GetItem', 'PutItem', 'UpdateItem', 'Query'], ['byDue'])
			.allowBelow(['ssm:GetParameter'], this.named('ssm', 'parameter', 'green-courtyard/channels/*'), named)
			// Secrets of Secrets Manager are read through SSM's reference to them.
			.allowBelow(
				['ssm:GetParameter'],
				this.named('ssm', 'parameter', 'aws/reference/secretsmanager/green-courtyard/channels/*'),
				named,
			)
			.allowBelow(
				['secretsmanager:GetSecretValue'],
				this.named('secretsmanager', 'secret', 'green-courtyard/channels/*', ':'),
				named,
			)
			.allowBelow(
				['sns:Publish'],
				`arn:${Stack.of(this).partition}:sns:${Stack.of(this).region}:${Stack.of(this).account}:green-courtyard-*`,
				named,
			)
		endpoint.publishEventsFrom(this.service)
		taskLinks.usedBy(this.service)

		new Clockwork(this, 'EveryMinute', {
			operators,
			wakes: this.service,
			every: Duration.minutes(1),
			maxAge: Duration.seconds(60),
			stopped: {
				title: { zh: '通知停止运行', en: 'Notify has stopped' },
				meaning: 'Notify has not run for 15 minutes: nobody is told of tasks. Look at its schedule.',
				period: Duration.minutes(5),
				periods: 3,
			},
		})
	}

	/** Lets the function ask for a test message: what is secret of a channel stays here. */
	testedBy(service: ServiceFunction): void {
		const { functionName, functionArn } = this.service.lambda
		service.setting('NOTIFY_FUNCTION', functionName).allow(['lambda:InvokeFunction'], functionArn)
	}

	private named(service: string, resource: string, resourceName: string, separator = '/'): string {
		const { partition, region, account } = Stack.of(this)
		return `arn:${partition}:${service}:${region}:${account}:${resource}${separator}${resourceName}`
	}
}
