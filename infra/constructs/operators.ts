import { CfnOutput, type Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

export interface Watch {
	/** What is wrong and what to do, for the person it wakes. */
	readonly meaning: string
	readonly metric: IMetric
	readonly threshold: number
	readonly comparison?: ComparisonOperator
	/** How many of the metric's periods in a row; 1 unless told. */
	readonly periods?: number
	readonly missing?: TreatMissingData
}

/** The people who run the service: every alarm reaches them through one topic they subscribe to. */
export class Operators extends Construct {
	readonly topic: Topic

	constructor(scope: Construct, id: string) {
		super(scope, id)
		this.topic = new Topic(this, 'Topic', { displayName: 'Green Courtyard alarms', enforceSSL: true })
		new CfnOutput(this, 'AlarmTopicArn', { value: this.topic.topicArn }).overrideLogicalId('AlarmTopicArn')
	}

	watch(scope: Construct, id: string, watch: Watch): Alarm {
		const alarm = new Alarm(scope, id, {
			alarmDescription: watch.meaning,
			metric: watch.metric,
			threshold: watch.threshold,
			evaluationPeriods: watch.periods ?? 1,
			comparisonOperator: watch.comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
			treatMissingData: watch.missing ?? TreatMissingData.NOT_BREACHING,
		})
		const action = new SnsAction(this.topic)
		alarm.addAlarmAction(action)
		alarm.addOkAction(action)
		return alarm
	}

	/** A queue in which a single message is one too many. */
	watchEmpty(scope: Construct, id: string, queue: IQueue, period: Duration, meaning: string): Alarm {
		return this.watch(scope, id, {
			meaning,
			metric: queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM }),
			threshold: 1,
		})
	}
}
