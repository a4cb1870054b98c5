// biome-ignore-all lint/suspicious/noTemplateCurlyInString: IoT policy variables
import { beforeAll, describe, expect, it } from 'vitest'
import { type Synthesized, synthesized } from './synthesized.ts'

let stack: Synthesized
beforeAll(async () => {
	stack = (await synthesized()).global
})

const iot = (resource: string) => ({
	'Fn::Join': [
		'',
		[
			'arn:',
			{ Ref: 'AWS::Partition' },
			':iot:',
			{ Ref: 'AWS::Region' },
			':',
			{ Ref: 'AWS::AccountId' },
			`:${resource}`,
		],
	],
})
const shadow = '$aws/things/${iot:Connection.Thing.ThingName}/shadow/name/config'
const connect = {
	Effect: 'Allow',
	Action: 'iot:Connect',
	Resource: iot('client/${iot:Connection.Thing.ThingName}'),
	Condition: { Bool: { 'iot:Connection.Thing.IsAttached': ['true'] } },
}

describe('MQTT', () => {
	it('a device may do this and nothing else', () => {
		expect(stack.the('DevicesDevicePolicy').Properties.PolicyDocument).toEqual({
			Version: '2012-10-17',
			Statement: [
				connect,
				{
					Effect: 'Allow',
					Action: 'iot:Publish',
					Resource: [
						iot('topic/dt/sanitation/${iot:Connection.Thing.ThingName}/*'),
						iot('topic/$aws/rules/sanitation_telemetry/dt/sanitation/${iot:Connection.Thing.ThingName}/*'),
						iot(`topic/${shadow}/get`),
						iot(`topic/${shadow}/update`),
					],
				},
				{
					Effect: 'Allow',
					Action: 'iot:Subscribe',
					Resource: [
						iot('topicfilter/cmd/sanitation/${iot:Connection.Thing.ThingName}/*'),
						iot(`topicfilter/${shadow}/*`),
					],
				},
				{
					Effect: 'Allow',
					Action: 'iot:Receive',
					Resource: [iot('topic/cmd/sanitation/${iot:Connection.Thing.ThingName}/*'), iot(`topic/${shadow}/*`)],
				},
			],
		})
	})

	it('a display hears its courtyard and says nothing', () => {
		expect(stack.the('DevicesDisplayPolicy').Properties.PolicyDocument).toEqual({
			Version: '2012-10-17',
			Statement: [
				connect,
				{
					Effect: 'Allow',
					Action: 'iot:Subscribe',
					Resource: iot('topicfilter/evt/sanitation/${iot:Connection.Thing.Attributes[courtyard]}/*'),
				},
				{
					Effect: 'Allow',
					Action: 'iot:Receive',
					Resource: iot('topic/evt/sanitation/${iot:Connection.Thing.Attributes[courtyard]}/*'),
				},
			],
		})
	})

	it('no policy is longer than AWS IoT takes, in whatever region', () => {
		const longest = {
			'AWS::Partition': 'aws-us-gov',
			'AWS::Region': 'ap-southeast-99',
			'AWS::AccountId': '1'.repeat(12),
		}
		for (const { id, Properties } of stack.ofType('AWS::IoT::Policy')) {
			const text = JSON.stringify(Properties.PolicyDocument)
				.replaceAll(/\{"Fn::Join":\["",\[(.*?)\]\]\}/g, (_join, parts: string) => parts)
				.replaceAll(/",\{"Ref":"([^"]+)"\},"/g, (_ref, name: keyof typeof longest) => longest[name])
			expect([id, text.includes('Fn::') || text.includes('"Ref"')]).toEqual([id, false])
			expect(text.length).toBeLessThan(2048)
		}
	})

	it('the rule passes every payload on untouched, by the SQL version that can, and keeps what it cannot pass on', () => {
		const queue = (prefix: string) => ({
			Sqs: {
				QueueUrl: { Ref: stack.the(prefix).id },
				RoleArn: { 'Fn::GetAtt': [stack.the('DevicesRuleRole').id, 'Arn'] },
				UseBase64: false,
			},
		})
		expect(stack.the('DevicesTelemetryRule').Properties).toEqual({
			RuleName: 'sanitation_telemetry',
			Tags: expect.anything(),
			TopicRulePayload: {
				AwsIotSqlVersion: '2016-03-23',
				RuleDisabled: false,
				Sql: "SELECT encode(*, 'base64') AS payload, topic() AS topic, clientid() AS clientId, timestamp() AS receivedAt FROM 'dt/sanitation/+/+'",
				Actions: [queue('TelemetryQueue')],
				ErrorAction: queue('DevicesRuleErrors'),
			},
		})
	})

	it('the rule may write to its two queues and to nothing else', () => {
		const arn = (prefix: string) => ({ 'Fn::GetAtt': [stack.the(prefix).id, 'Arn'] })
		expect(stack.the('DevicesRuleRoleDefaultPolicy').Properties.PolicyDocument).toEqual({
			Version: '2012-10-17',
			Statement: [
				{ Action: 'sqs:SendMessage', Effect: 'Allow', Resource: [arn('DevicesRuleErrors'), arn('TelemetryQueue')] },
			],
		})
	})
})
