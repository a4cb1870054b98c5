import { Duration } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnPolicy, CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import type { IStream } from 'aws-cdk-lib/aws-kinesis'
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { devicePolicy, displayPolicy } from './iotPolicies.ts'
import { deadLetters, type Operators } from './operators.ts'

/** Devices may address it directly (`$aws/rules/sanitation_telemetry/dt/…`, Basic Ingest), so its name is fixed. */
export const ruleName = 'sanitation_telemetry'

/**
 * The payload goes on untouched, so that a malformed one reaches `ingest` too, which keeps it and says why.
 * Read by shared/contract/telemetry/telemetryMessage.ts.
 */
export const ruleSql =
	"SELECT encode(*, 'base64') AS payload, topic() AS topic, clientid() AS clientId, timestamp() AS receivedAt FROM 'dt/sanitation/+/+'"

export interface DeviceMessagingProps {
	readonly operators: Operators
	/** Where readings wait for `ingest`: a stream, where the stage has one, else the queue. */
	readonly telemetryQueue: IQueue
	readonly telemetryStream: IStream | undefined
}

/**
 * The third part of the topic, which is the publishing thing: what it sends stays in one shard, in order. A template of
 * the rules engine, not of ours.
 */
// biome-ignore lint/suspicious/noTemplateCurlyInString: a substitution template of AWS IoT
const publishingThing = '${topic(3)}'

/** What devices may do over MQTT, and the way of their readings to the queue or the stream. */
export class DeviceMessaging extends Construct {
	readonly rule: CfnTopicRule
	readonly devicePolicy: CfnPolicy
	readonly displayPolicy: CfnPolicy
	/** What the rule could not hand over, in the form of AWS IoT's error action. */
	readonly errors: Queue

	constructor(scope: Construct, id: string, props: DeviceMessagingProps) {
		super(scope, id)
		const { operators, telemetryQueue, telemetryStream } = props
		this.devicePolicy = new CfnPolicy(this, 'DevicePolicy', { policyDocument: devicePolicy(this, ruleName) })
		this.displayPolicy = new CfnPolicy(this, 'DisplayPolicy', { policyDocument: displayPolicy(this) })

		this.errors = new Queue(this, 'RuleErrors', {
			encryption: QueueEncryption.SQS_MANAGED,
			enforceSSL: true,
			retentionPeriod: Duration.days(14),
		})
		deadLetters(this.errors)
		const role = new Role(this, 'RuleRole', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
		role.addToPolicy(
			new PolicyStatement({
				actions: ['sqs:SendMessage'],
				resources: [...(telemetryStream ? [] : [telemetryQueue.queueArn]), this.errors.queueArn],
			}),
		)
		if (telemetryStream)
			role.addToPolicy(new PolicyStatement({ actions: ['kinesis:PutRecord'], resources: [telemetryStream.streamArn] }))
		const sendTo = (queue: IQueue): CfnTopicRule.ActionProperty => ({
			sqs: { queueUrl: queue.queueUrl, roleArn: role.roleArn, useBase64: false },
		})
		const putOn = ({ streamName }: IStream): CfnTopicRule.ActionProperty => ({
			kinesis: { streamName, roleArn: role.roleArn, partitionKey: publishingThing },
		})
		this.rule = new CfnTopicRule(this, 'TelemetryRule', {
			ruleName,
			topicRulePayload: {
				// CloudFormation's default is 2015-10-08, which knows only JSON payloads.
				awsIotSqlVersion: '2016-03-23',
				sql: ruleSql,
				ruleDisabled: false,
				actions: [telemetryStream ? putOn(telemetryStream) : sendTo(telemetryQueue)],
				errorAction: sendTo(this.errors),
			},
		})
		// The rule checks at creation that it may write there.
		this.rule.node.addDependency(role)
		operators.watchEmpty(this, 'RuleErrorsAlarm', this.errors, {
			runbook: 'rule-errors',
			title: { zh: '读数未能进入队列', en: 'Readings did not reach the queue' },
			meaning:
				'The topic rule could not hand readings on to where ingest takes them; they wait on the rule-errors queue. Redrive them.',
		})
	}
}
