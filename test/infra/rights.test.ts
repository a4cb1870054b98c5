import { beforeAll, describe, expect, it } from 'vitest'
import * as z from '../../shared/contract/zod.ts'
import { type Resource, type Synthesized, synthesized } from './synthesized.ts'

let stack: Synthesized
beforeAll(async () => {
	stack = (await synthesized()).global
})

const oneOrMore = z.pipe(
	z.unknown(),
	z.transform((value): readonly unknown[] => (Array.isArray(value) ? value : [value])),
)
const Document = z.object({
	Statement: z.array(z.object({ Effect: z.string(), Action: oneOrMore, Resource: oneOrMore })),
})

const grants = (policy: Resource) =>
	Document.parse(policy.Properties.PolicyDocument).Statement.filter(({ Effect }) => Effect === 'Allow')

const tableGrants = (role: string): Record<string, readonly string[]> => {
	const found: Record<string, string[]> = {}
	for (const { Action, Resource } of grants(stack.the(`${role}ServiceRoleDefaultPolicy`))) {
		for (const resource of Resource) {
			const text = JSON.stringify(resource)
			const table = /Tables([A-Z][a-z]+)/.exec(text)?.[1]
			const path = /\/index\/\w+/.exec(text)?.[0] ?? ''
			if (table !== undefined) found[table + path] = [...(found[table + path] ?? []), ...Action.map(String)]
		}
	}
	return found
}

describe('a grant', () => {
	it('of publishing reaches only the events of courtyards', () => {
		const publishing = stack
			.ofType('AWS::IAM::Policy')
			.flatMap(grants)
			.filter(({ Action }) => Action.includes('iot:Publish'))
		expect(publishing).toHaveLength(3)
		for (const { Resource } of publishing) expect(JSON.stringify(Resource)).toContain(':topic/evt/sanitation/*"')
	})

	it('on tables is what each function does with them, and no more', () => {
		const [get, put, query, update] = ['GetItem', 'PutItem', 'Query', 'UpdateItem'].map(
			(action) => `dynamodb:${action}`,
		)
		expect(tableGrants('Ingest')).toEqual({
			Telemetry: [get, put, query, update],
			Registry: [get, query],
			Tasks: [get, put, update],
			Scores: [update],
		})
		// Puts only what it keeps of serial numbers (provisioning.test.ts).
		expect(tableGrants('Provisioning')).toEqual({ Registry: [get, query, put] })
		expect(tableGrants('Sweep')).toEqual({
			Telemetry: ['dynamodb:DeleteItem', get, query, update],
			Registry: [get, query],
			Tasks: [get, put, query, update],
			'Tasks/index/byDue': [query],
			'Tasks/index/byCourtyard': [query],
		})
		expect(tableGrants('Notify')).toEqual({
			Registry: [get, query],
			Tasks: [get, put, query, update],
			'Tasks/index/byDue': [query],
		})
		expect(tableGrants('Rollup')).toEqual({
			Registry: [get, query],
			Telemetry: [query],
			Scores: ['dynamodb:DeleteItem', get, put, query, update],
			Tasks: [query],
			'Tasks/index/byCourtyard': [query],
		})
		expect(tableGrants('Api')).toEqual({
			Registry: [get, put, query, update],
			Telemetry: ['dynamodb:BatchGetItem', get, query, update],
			Scores: [get, put, query, update],
			Tasks: [get, put, query, update],
			'Tasks/index/byCourtyard': [query],
			'Tasks/index/byDue': [query],
		})
	})

	it('on a secret is to read that one, by its name', () => {
		const reading = stack
			.ofType('AWS::IAM::Policy')
			// Those of channels stand below.
			.filter(({ id }) => !id.startsWith('Notify'))
			.flatMap(grants)
			.filter(({ Action }) => Action.some((action) => /^(ssm|secretsmanager|kms):/.test(String(action))))
		expect(reading.map(({ Action }) => Action)).toEqual([['ssm:GetParameter']])
		expect(JSON.stringify(reading[0]?.Resource)).toContain(':parameter",{"Ref":"TaskLinkKeys"}')
	})
})

describe('secrets of channels', () => {
	it('can be read by notify alone, and with no other right on them', () => {
		const reading = stack
			.ofType('AWS::IAM::Policy')
			.flatMap((policy) => grants(policy).map((grant) => ({ id: policy.id, ...grant })))
			.filter(({ Resource }) => /green-courtyard\/channels/.test(JSON.stringify(Resource)))
		expect(reading.length).toBeGreaterThan(0)
		for (const { id, Action } of reading) {
			expect(id).toMatch(/^NotifyServiceRole/)
			expect(['ssm:GetParameter', 'secretsmanager:GetSecretValue']).toEqual(expect.arrayContaining([...Action]))
		}
	})

	it('and notify publishes only to topics of this service', () => {
		const [topics] = grants(stack.the('NotifyServiceRoleDefaultPolicy')).filter(({ Action }) =>
			Action.includes('sns:Publish'),
		)
		expect(JSON.stringify(topics?.Resource)).toContain(':green-courtyard-*"')
	})
})

describe('a right to call a function', () => {
	it('is that of the clock, and of the API to have notify try a channel and enrol make a certificate', () => {
		const calling = stack
			.ofType('AWS::IAM::Policy')
			.flatMap((policy) => grants(policy).map((grant) => ({ id: policy.id, ...grant })))
			.filter(({ id, Action }) => Action.includes('lambda:InvokeFunction') && !/Every|Schedule/.test(id))
		expect(new Set(calling.map(({ id }) => id.replace(/DefaultPolicy.*/, '')))).toEqual(new Set(['ApiServiceRole']))
		const called = calling.flatMap(({ Resource }) => Resource.map((one) => JSON.stringify(one)))
		expect(called.sort()).toEqual([
			expect.stringMatching(/^\{"Fn::GetAtt":\["EnrolmentServiceFunction\w+","Arn"\]\}$/),
			expect.stringMatching(/^\{"Fn::GetAtt":\["NotifyServiceFunction\w+","Arn"\]\}$/),
		])
	})
})

describe('a right on certificates', () => {
	it('has enrol alone of all functions, which has no other right but to write its log', () => {
		const functions = stack
			.ofType('AWS::IAM::Policy')
			.flatMap((policy) => grants(policy).map((grant) => ({ id: policy.id, ...grant })))
			.filter(({ id }) => /Service(Role|FunctionRole)/.test(id))
		const making = functions.filter(({ Action }) =>
			Action.some((action) => /^iot:(?!Publish$|DescribeEndpoint$)/.test(String(action))),
		)
		expect(new Set(making.map(({ id }) => id.replace(/DefaultPolicy.*/, '')))).toEqual(
			new Set(['EnrolmentServiceRole']),
		)
		const others = functions
			.filter(({ id }) => id.startsWith('EnrolmentServiceRole'))
			.flatMap(({ Action }) => Action.map(String))
			.filter((action) => !action.startsWith('iot:'))
		expect(others).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents'])
	})
})

describe('a right on the telemetry queue', () => {
	it('is to receive for ingest, to count for the sweep, to send for the rule and for replays', () => {
		const onQueue = stack.ofType('AWS::IAM::Policy').flatMap((policy) =>
			grants(policy)
				.filter(({ Resource }) => /"Telemetry(?!Dead)Queue/.test(JSON.stringify(Resource)))
				.map(({ Action }) => [policy.id.replace(/Service.*|Devices|DefaultPolicy.*/g, ''), Action.map(String).sort()]),
		)
		expect(Object.fromEntries(onQueue)).toEqual({
			Api: ['sqs:SendMessage'],
			Sweep: ['sqs:GetQueueAttributes'],
			RuleRole: ['sqs:SendMessage'],
			Ingest: expect.arrayContaining(['sqs:DeleteMessage', 'sqs:ReceiveMessage']),
		})
	})
})

describe('the HTTP API', () => {
	it('asks for a token everywhere but for pages, its health, its document and what is meant for the public', () => {
		const open = stack
			.ofType('AWS::ApiGatewayV2::Route')
			.filter(({ Properties }) => Properties.AuthorizationType !== 'JWT')
		expect(open.map(({ Properties }) => Properties.RouteKey).sort()).toEqual([
			'GET /',
			'GET /api/health',
			'GET /api/openapi.json',
			'GET /api/public/{proxy+}',
			'GET /{proxy+}',
			'HEAD /',
			'HEAD /api/openapi.json',
			'HEAD /{proxy+}',
			'POST /api/public/{proxy+}',
		])
	})

	it('gives pages to a function that may do nothing but write its log', () => {
		const functionOf = (route: string) => {
			const found = stack.ofType('AWS::ApiGatewayV2::Route').find(({ Properties }) => Properties.RouteKey === route)
			const target = JSON.stringify(found?.Properties.Target)
			const integration = stack.ofType('AWS::ApiGatewayV2::Integration').find(({ id }) => target.includes(`"${id}"`))
			return JSON.stringify(integration?.Properties.IntegrationUri)
		}
		expect(functionOf('GET /{proxy+}')).toContain('"ApiPagesServiceFunction')
		expect(functionOf('GET /api/openapi.json')).toContain('"ApiPagesServiceFunction')
		expect(functionOf('GET /api/public/{proxy+}')).toContain('"ApiServiceFunction')
		const policy = stack.the('ApiPagesServiceRoleDefaultPolicy')
		expect(grants(policy).flatMap(({ Action }) => Action)).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents'])
	})

	it('takes issuer and audience from parameters that have no default', () => {
		expect(stack.parameters).toMatchObject({ OidcIssuer: { MinLength: 1 }, OidcAudience: { MinLength: 1 } })
		expect(stack.ofType('AWS::ApiGatewayV2::Authorizer')[0]?.Properties.JwtConfiguration).toEqual({
			Audience: [{ Ref: 'OidcAudience' }],
			Issuer: { Ref: 'OidcIssuer' },
		})
	})

	it('is throttled and logs every call', () => {
		expect(stack.the('ApiStage').Properties).toMatchObject({
			StageName: '$default',
			DefaultRouteSettings: { ThrottlingRateLimit: expect.any(Number), ThrottlingBurstLimit: expect.any(Number) },
			AccessLogSettings: { DestinationArn: expect.anything() },
		})
	})
})
