import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { stageOf } from '../stages/stageOf.ts'
import { accepted } from './accepted.ts'

export interface Fault {
	/** Its entry in docs/runbook.md, and its name: `<stack>-<runbook>`. */
	readonly runbook: string
	readonly title: { readonly zh: string; readonly en: string }
	/** What is wrong and what to do, for the person it wakes. */
	readonly meaning: string
}

export interface Watch extends Fault {
	readonly metric: IMetric
	readonly threshold: number
	readonly comparison?: ComparisonOperator
	/** How many of the metric's periods in a row; 1 unless told. */
	readonly periods?: number
	readonly missing?: TreatMissingData
}

/** The people who run the service: every alarm reaches them through one topic they subscribe to; failed runs wait for them. */
export class Operators extends Construct {
	readonly topic: Topic
	/** What runs by the clock failed with. The next run repairs what one left, so these are read, not sent again. */
	readonly failedRuns: Queue
	/** All that were asked for so far. */
	readonly alarms: Alarm[] = []

	constructor(scope: Construct, id: string) {
		super(scope, id)
		this.topic = new Topic(this, 'Topic', { displayName: 'Green Courtyard alarms', enforceSSL: true })
		for (const email of stageOf(this).operators.emails) this.topic.addSubscription(new EmailSubscription(email))
		new CfnOutput(this, 'AlarmTopicArn', { value: this.topic.topicArn }).overrideLogicalId('AlarmTopicArn')
		this.failedRuns = new Queue(this, 'FailedRuns', {
			encryption: QueueEncryption.SQS_MANAGED,
			enforceSSL: true,
			retentionPeriod: Duration.days(14),
		})
		deadLetters(this.failedRuns)
		this.watch(this, 'FailedRunsAlarm', {
			runbook: 'runs-fail',
			title: { zh: '定时任务屡次失败', en: 'Runs by the clock fail' },
			meaning:
				'Five runs by the clock failed in 14 days, or could not begin. The queue of failed runs says which and why; purge it when mended.',
			metric: this.failedRuns.metricApproximateNumberOfMessagesVisible({
				period: Duration.minutes(5),
				statistic: Stats.MAXIMUM,
			}),
			threshold: 5,
		})
	}

	watch(scope: Construct, id: string, watch: Watch): Alarm {
		const alarm = new Alarm(scope, id, {
			alarmName: `${Stack.of(scope).stackName}-${watch.runbook}`,
			alarmDescription: `${watch.title.zh} · ${watch.title.en}. ${watch.meaning} docs/runbook.md#${watch.runbook}`,
			metric: watch.metric,
			threshold: watch.threshold,
			evaluationPeriods: watch.periods ?? 1,
			comparisonOperator: watch.comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
			treatMissingData: watch.missing ?? TreatMissingData.NOT_BREACHING,
		})
		const action = new SnsAction(this.topic)
		alarm.addAlarmAction(action)
		alarm.addOkAction(action)
		this.alarms.push(alarm)
		return alarm
	}

	/** A queue in which a single message is one too many. */
	watchEmpty(scope: Construct, id: string, queue: IQueue, fault: Fault): Alarm {
		return this.watch(scope, id, {
			...fault,
			metric: queue.metricApproximateNumberOfMessagesVisible({
				period: Duration.minutes(5),
				statistic: Stats.MAXIMUM,
			}),
			threshold: 1,
		})
	}
}

/** A queue that is the end of the way: it needs no dead-letter queue of its own. */
export const deadLetters = (queue: Queue): void => {
	const reason = 'A dead-letter queue itself; an alarm watches it.'
	for (const rule of ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy']) accepted(queue, rule, reason)
}
