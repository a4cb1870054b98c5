import type { Duration } from 'aws-cdk-lib'
import { ComparisonOperator, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Construct } from 'constructs'
import { accepted, acceptedWildcard } from './accepted.ts'
import type { Fault, Operators } from './operators.ts'
import type { ServiceFunction } from './serviceFunction.ts'

export interface ClockworkProps {
	readonly operators: Operators
	readonly wakes: ServiceFunction
	readonly every: Duration
	/** How old a run may be when it comes at last; the next one is then better. */
	readonly maxAge: Duration
	/** Who is told when it has not run in so many periods, and what. */
	readonly stopped: Omit<Fault, 'runbook'> & { readonly period: Duration; readonly periods: number }
}

/**
 * Wakes a function by the clock. A run that fails is not tried again: the next one repairs it, and a second try would
 * only run two at once. What it failed with is kept on the queue of failed runs.
 */
export class Clockwork extends Construct {
	constructor(scope: Construct, id: string, { operators, wakes, every, maxAge, stopped }: ClockworkProps) {
		super(scope, id)
		const { lambda } = wakes
		lambda.configureAsyncInvoke({
			retryAttempts: 0,
			maxEventAge: maxAge,
			onFailure: new SqsDestination(operators.failedRuns),
		})
		const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') })
		acceptedWildcard(
			role,
			`${lambda.functionArn}:*`,
			'The versions of this one function, as the CDK grants an invocation.',
		)
		accepted(wakes, 'Serverless-LambdaDLQ', 'Failed runs have a destination, which also tells what they failed with.')
		new Schedule(this, 'Schedule', {
			schedule: ScheduleExpression.rate(every),
			target: new LambdaInvoke(lambda, {
				role,
				retryAttempts: 0,
				maxEventAge: maxAge,
				deadLetterQueue: operators.failedRuns,
			}),
		})
		operators.watch(this, 'StoppedAlarm', {
			runbook: `${wakes.name}-stopped`,
			title: stopped.title,
			meaning: stopped.meaning,
			metric: lambda.metricInvocations({ period: stopped.period, statistic: Stats.SUM }),
			threshold: 1,
			periods: stopped.periods,
			comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
			missing: TreatMissingData.BREACHING,
		})
	}
}
