// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of Fn::Sub and of IoT policy variables
import { describe, expect, it } from 'vitest'
import type { Place } from '../../../infra/local/template/identity.ts'
import { resolveTemplate } from '../../../infra/local/template/resolveTemplate.ts'
import { type Json, Template } from '../../../infra/local/template/template.ts'

const place: Place = {
	stackName: 'Stack',
	partition: 'aws',
	region: 'us-east-1',
	accountId: '000000000000',
	urlSuffix: 'amazonaws.com',
	parameters: { Issuer: 'http://issuer' },
	endpoints: { sqs: 'http://sqs:1', iotData: 'http://iot:2', http: 'http://api:3' },
}

/** A template whose function has the value in its environment, beside one resource of each kind it may speak of. */
const withValue = (value: unknown, sections: object = {}): Template =>
	Template.parse({
		Parameters: { Issuer: { Type: 'String' }, Level: { Type: 'String', Default: 'II' }, Missing: { Type: 'String' } },
		Mappings: { Map: { east: { size: 'big' } } },
		Conditions: {
			IsLevelTwo: { 'Fn::Equals': [{ Ref: 'Level' }, 'II'] },
			IsChina: { 'Fn::Equals': [{ Ref: 'AWS::Partition' }, 'aws-cn'] },
			Both: { 'Fn::And': [{ Condition: 'IsLevelTwo' }, { 'Fn::Not': [{ Condition: 'IsChina' }] }] },
			Either: { 'Fn::Or': [{ Condition: 'IsChina' }, { Condition: 'Both' }] },
		},
		Resources: {
			Function: { Type: 'AWS::Lambda::Function', Properties: { Value: value } },
			Queue0123ABCD: { Type: 'AWS::SQS::Queue' },
			TableA0123ABCD: { Type: 'AWS::DynamoDB::GlobalTable' },
			Twin0123ABCD: { Type: 'AWS::SQS::Queue' },
			TwinFFFFFFFF: { Type: 'AWS::SQS::Queue' },
			Rule: { Type: 'AWS::IoT::TopicRule', Properties: { RuleName: 'telemetry' } },
			Role: { Type: 'AWS::IAM::Role' },
			Api: { Type: 'AWS::ApiGatewayV2::Api' },
			ChinaOnly: { Type: 'AWS::SQS::Queue', Condition: 'IsChina' },
			Endpoint: {
				Type: 'Custom::AWS',
				Properties: {
					Create:
						'{"service":"Iot","action":"describeEndpoint","parameters":{"endpointType":"iot:Data-ATS"},"outputPaths":["endpointAddress"]}',
				},
			},
		},
		...sections,
	})

const resolved = (value: unknown): Json | undefined =>
	resolveTemplate(withValue(value), place).resources.find(({ logicalId }) => logicalId === 'Function')?.properties.Value

describe('an intrinsic', () => {
	it.each<[string, unknown, Json]>([
		['Ref of a queue is its URL', { Ref: 'Queue0123ABCD' }, 'http://sqs:1/000000000000/Stack-Queue'],
		['Ref of a table is its name, without the hash', { Ref: 'TableA0123ABCD' }, 'Stack-TableA'],
		[
			'names that only the hash tells apart keep it',
			{ Ref: 'TwinFFFFFFFF' },
			'http://sqs:1/000000000000/Stack-TwinFFFFFFFF',
		],
		['a name given by the stack is kept', { Ref: 'Rule' }, 'telemetry'],
		['Ref of a parameter is the value given here', { Ref: 'Issuer' }, 'http://issuer'],
		['Ref of a parameter without a value is its default', { Ref: 'Level' }, 'II'],
		[
			'pseudo parameters describe this place',
			[{ Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }],
			['us-east-1', '000000000000'],
		],
		['GetAtt of an ARN', { 'Fn::GetAtt': ['Queue0123ABCD', 'Arn'] }, 'arn:aws:sqs:us-east-1:000000000000:Stack-Queue'],
		['GetAtt written with a dot', { 'Fn::GetAtt': 'Queue0123ABCD.QueueName' }, 'Stack-Queue'],
		[
			'a role that does not run here still has an ARN',
			{ 'Fn::GetAtt': ['Role', 'Arn'] },
			'arn:aws:iam::000000000000:role/Stack-Role',
		],
		['the IoT data endpoint is the local one', { 'Fn::GetAtt': ['Endpoint', 'endpointAddress'] }, 'http://iot:2'],
		['the API endpoint is the local one', { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }, 'http://api:3'],
		['Join', { 'Fn::Join': [':', ['arn', { Ref: 'AWS::Partition' }, 1]] }, 'arn:aws:1'],
		['Join of a split', { 'Fn::Join': ['-', { 'Fn::Split': ['.', 'a.b'] }] }, 'a-b'],
		['Select', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
		[
			'Sub of pseudo parameters, attributes and literals',
			{ 'Fn::Sub': '${AWS::Region}/${Queue0123ABCD.Arn}/${!kept}' },
			'us-east-1/arn:aws:sqs:us-east-1:000000000000:Stack-Queue/${kept}',
		],
		['Sub with its own variables', { 'Fn::Sub': ['${who}', { who: { Ref: 'Level' } }] }, 'II'],
		['FindInMap', { 'Fn::FindInMap': ['Map', 'east', 'size'] }, 'big'],
		['If takes the branch whose condition holds', { 'Fn::If': ['IsLevelTwo', 'yes', 'no'] }, 'yes'],
		['If of nested conditions', { 'Fn::If': ['Either', { Ref: 'Level' }, 'no'] }, 'II'],
		[
			'NoValue removes the property and the list item',
			{ a: { Ref: 'AWS::NoValue' }, b: [1, { 'Fn::If': ['IsChina', 2, { Ref: 'AWS::NoValue' }] }] },
			{ b: [1] },
		],
		[
			'policy variables outside Fn::Sub stay',
			'client/${iot:Connection.Thing.ThingName}',
			'client/${iot:Connection.Thing.ThingName}',
		],
	])('%s', (_fact, value, expected) => {
		expect(resolved(value)).toEqual(expected)
	})

	it.each<[string, unknown, RegExp]>([
		[
			'an unknown function',
			{ 'Fn::ImportValue': 'x' },
			/AWS::Lambda::Function Function: the intrinsic Fn::ImportValue is not known/,
		],
		[
			'an unknown attribute',
			{ 'Fn::GetAtt': ['Queue0123ABCD', 'Colour'] },
			/Function: Fn::GetAtt Queue0123ABCD\.Colour is not known/,
		],
		['an unknown resource', { Ref: 'Nobody' }, /Function: Ref Nobody: there is no such thing/],
		['a parameter without a value', { Ref: 'Missing' }, /Function: the parameter Missing has no value/],
		['a resource whose condition does not hold', { Ref: 'ChinaOnly' }, /Ref ChinaOnly: there is no such thing/],
		['text where a list belongs', { 'Fn::Join': [',', 'x'] }, /Fn::Join wants a list/],
	])('%s stops the start and names the resource', (_fact, value, message) => {
		expect(() => resolved(value)).toThrow(message)
	})
})

describe('a template', () => {
	it('gives only what runs here, and not what its condition leaves out', () => {
		const ids = resolveTemplate(withValue(1), place).resources.map(({ logicalId }) => logicalId)
		expect(ids).not.toContain('Role')
		expect(ids).not.toContain('ChinaOnly')
		expect(ids).toContain('Queue0123ABCD')
	})

	it('with a type nobody decided about stops the start and names it', () => {
		const template = Template.parse({ Resources: { Stream: { Type: 'AWS::Kinesis::Stream' } } })
		expect(() => resolveTemplate(template, place)).toThrow('AWS::Kinesis::Stream (Stream)')
	})

	it('that names a resource by itself is refused instead of running forever', () => {
		const template = Template.parse({
			Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Queue' } } } },
		})
		expect(() => resolveTemplate(template, place)).toThrow('goes in a circle')
	})

	it('has its outputs resolved', () => {
		const template = withValue(1, { Outputs: { Url: { Value: { Ref: 'Queue0123ABCD' } } } })
		expect(resolveTemplate(template, place).outputs).toEqual({ Url: 'http://sqs:1/000000000000/Stack-Queue' })
	})

	it('with a transform is refused, because it could mean anything', () => {
		expect(Template.safeParse({ Transform: 'AWS::Serverless-2016-10-31', Resources: {} }).success).toBe(false)
	})
})
