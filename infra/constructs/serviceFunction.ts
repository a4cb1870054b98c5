import { Duration } from 'aws-cdk-lib'
import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
	ApplicationLogLevel,
	Architecture,
	type IEventSource,
	Function as LambdaFunction,
	LoggingFormat,
	Runtime,
	RuntimeFamily,
	SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { stageOf } from '../stages/stageOf.ts'
import { acceptedWildcard } from './accepted.ts'
import { bundleOf, type CarriedFolder } from './bundle.ts'
import type { Fault, Operators } from './operators.ts'
import type { ServiceTable } from './tables.ts'

export type TableAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem'

export interface ServiceFunctionProps {
	/** What alarms and dashboard call it. */
	readonly name: string
	/** The entry below `functions/`, where it is not `<name>/handler.ts`. */
	readonly entry?: string
	readonly description: string
	readonly memorySize: number
	readonly timeout: Duration
	/** When to wake somebody: this many failed invocations within the minutes, and what they should know. */
	readonly alarm: Omit<Fault, 'runbook'> & { readonly errors: number; readonly minutes: number }
	readonly operators: Operators
	readonly files?: CarriedFolder
}

/**
 * The only way to make a Lambda here: bundled with its SDK, own log group, JSON logs, alarm, and no right that was not
 * asked for by name. The SDK is bundled because the runtime's copy changes without notice.
 */
export class ServiceFunction extends Construct {
	readonly name: string
	readonly lambda: LambdaFunction
	readonly role: Role

	constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
		super(scope, id)
		this.name = props.name
		const { retention, runtime } = stageOf(this)
		const logGroup = new LogGroup(this, 'Logs', { retention: retention.logDays })
		// Not the role the CDK would make: its managed policy may write to every log group of the account.
		this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
		logGroup.grantWrite(this.role)
		this.lambda = new LambdaFunction(this, 'Function', {
			description: props.description,
			code: bundleOf(props.entry ?? `${props.name}/handler.ts`, runtime, props.files),
			handler: 'index.handler',
			runtime: new Runtime(runtime, RuntimeFamily.NODEJS, { supportsInlineCode: true }),
			architecture: Architecture.ARM_64,
			memorySize: props.memorySize,
			timeout: props.timeout,
			role: this.role,
			logGroup,
			loggingFormat: LoggingFormat.JSON,
			// START, END and REPORT lines would cost more than the function.
			systemLogLevelV2: SystemLogLevel.WARN,
			applicationLogLevelV2: ApplicationLogLevel.INFO,
		})
		props.operators.watch(this, 'Alarm', {
			runbook: `${props.name}-fails`,
			title: props.alarm.title,
			meaning: props.alarm.meaning,
			metric: this.lambda.metricErrors({ period: Duration.minutes(props.alarm.minutes), statistic: Stats.SUM }),
			threshold: props.alarm.errors,
		})
	}

	/**
	 * Names the table in the environment and grants exactly these actions on it, in one call, so that neither can be
	 * forgotten. Actions on an index are granted on that index alone.
	 */
	uses(table: ServiceTable, actions: readonly TableAction[], queriesIndexes: readonly string[] = []): this {
		const unknown = queriesIndexes.filter((index) => !table.indexes.includes(index))
		if (unknown.length > 0) throw new Error(`${this.node.path}: no index ${unknown.join(', ')} on ${table.env}`)
		this.lambda.addEnvironment(table.env, table.table.tableName)
		this.allow(
			actions.map((action) => `dynamodb:${action}`),
			table.table.tableArn,
		)
		for (const index of queriesIndexes) this.allow(['dynamodb:Query'], `${table.table.tableArn}/index/${index}`)
		return this
	}

	/** Grants the actions on one partition of the table: the others stay as they are, whatever the function's code does. */
	usesPartition(table: ServiceTable, actions: readonly TableAction[], partition: string): this {
		this.lambda.addEnvironment(table.env, table.table.tableName)
		this.lambda.addToRolePolicy(
			new PolicyStatement({
				actions: actions.map((action) => `dynamodb:${action}`),
				resources: [table.table.tableArn],
				conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [partition] } },
			}),
		)
		return this
	}

	/** A value of the deployment that the function reads from its environment. */
	setting(name: string, value: string): this {
		this.lambda.addEnvironment(name, value)
		return this
	}

	/** Grants the actions on one resource. */
	allow(actions: readonly string[], resource: string): this {
		this.lambda.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [resource] }))
		return this
	}

	/** Grants the actions on whatever the pattern covers; says why it is not one resource. */
	allowBelow(actions: readonly string[], pattern: string, reason: string): this {
		acceptedWildcard(this.role, pattern, reason)
		return this.allow(actions, pattern)
	}

	reads(source: IEventSource): this {
		this.lambda.addEventSource(source)
		return this
	}
}
