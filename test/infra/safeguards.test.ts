import { beforeAll, describe, expect, it } from 'vitest'
import * as z from '../../shared/contract/zod.ts'
import { everyStage } from './everyStage.ts'
import type { Resource, Synthesized } from './synthesized.ts'

let stages: ReturnType<typeof everyStage>
beforeAll(() => {
	stages = everyStage()
}, 120_000)

/** Asserts of the template of every stage; a failure says which. */
const ofEveryStage = (what: string, check: (stack: Synthesized) => void): void =>
	it(what, () => {
		for (const [stage, stack] of stages)
			try {
				check(stack)
			} catch (failure) {
				throw new Error(`stage ${stage}`, { cause: failure })
			}
	})

/** Runs at deployments only; a fault there fails the deployment. */
const isProvider = ({ id }: Resource): boolean => id.startsWith('AWS679f53fac')
const ownFunctions = (stack: Synthesized) =>
	stack.ofType('AWS::Lambda::Function').filter((lambda) => !isProvider(lambda))
const names = (value: unknown, { id }: Resource): boolean => JSON.stringify(value ?? null).includes(`"${id}"`)
const list = z.pipe(
	z.unknown(),
	z.transform((value): readonly unknown[] => (value === undefined ? [] : [value].flat())),
)
const Policy = z.object({
	Statement: z.array(
		z.looseObject({ Effect: z.string(), Action: list, Resource: z.optional(list), Principal: z.optional(z.unknown()) }),
	),
})
const statementsOf = (stack: Synthesized, type: string) =>
	stack
		.ofType(type)
		.flatMap(({ id, Properties }) => Policy.parse(Properties.PolicyDocument).Statement.map((said) => ({ id, ...said })))

describe('data', () => {
	ofEveryStage(
		'in every table can be restored to any second and not be deleted, but for readings, which expire',
		(stack) => {
			const Replicas = z.array(
				z.looseObject({
					DeletionProtectionEnabled: z.optional(z.boolean()),
					PointInTimeRecoverySpecification: z.optional(z.looseObject({ PointInTimeRecoveryEnabled: z.boolean() })),
				}),
			)
			const tables = stack.ofType('AWS::DynamoDB::GlobalTable')
			expect(tables).toHaveLength(4)
			const unprotected = tables.filter(({ Properties }) =>
				Replicas.parse(Properties.Replicas).some(
					({ DeletionProtectionEnabled, PointInTimeRecoverySpecification }) =>
						!DeletionProtectionEnabled || !PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled,
				),
			)
			expect(unprotected.map(({ id }) => id)).toEqual([expect.stringMatching(/^TablesTelemetry/)])
			expect(unprotected[0]?.Properties.TimeToLiveSpecification).toMatchObject({ Enabled: true })
			for (const table of tables) expect([table.id, table.DeletionPolicy]).toEqual([table.id, 'Retain'])
			expect(stack.ofType('AWS::DynamoDB::Table')).toEqual([])
		},
	)

	ofEveryStage('that a rule cannot pass on is kept, for every rule', (stack) => {
		for (const { id, Properties } of stack.ofType('AWS::IoT::TopicRule'))
			expect([id, Properties.TopicRulePayload]).toEqual([
				id,
				expect.objectContaining({ ErrorAction: expect.anything() }),
			])
	})
})

describe('logs', () => {
	ofEveryStage(
		'of every function have a group of the template, and every group is kept for a limited time',
		(stack) => {
			const groups = stack.ofType('AWS::Logs::LogGroup')
			for (const { id, Properties } of groups)
				expect([id, Properties.RetentionInDays]).toEqual([id, expect.any(Number)])
			for (const { id, Properties } of stack.ofType('AWS::Lambda::Function'))
				expect([id, groups.some((group) => names(Properties.LoggingConfig, group))]).toEqual([id, true])
		},
	)
})

/** Where a mapping of a stream leaves what it gives up: after some attempts, and halved until it is the one that fails. */
const keptOfStream = (stack: Synthesized, mapping: Resource['Properties']): Resource | undefined => {
	expect(mapping.BisectBatchOnFunctionError).toBe(true)
	expect(mapping.MaximumRetryAttempts).toBeGreaterThanOrEqual(10)
	return stack.ofType('AWS::SQS::Queue').find((queue) => names(mapping.DestinationConfig, queue))
}

describe('what fails is kept', () => {
	ofEveryStage('by every queue: it has a dead-letter queue, or is the end of the way and has an alarm', (stack) => {
		const alarms = stack.ofType('AWS::CloudWatch::Alarm')
		const queues = stack.ofType('AWS::SQS::Queue')
		expect(queues.length).toBeGreaterThanOrEqual(4)
		for (const queue of queues) {
			const target = queues.find((other) => names(queue.Properties.RedrivePolicy, other))
			const isWatched = alarms.some(
				({ Properties }) =>
					names(Properties.Dimensions, queue) && Properties.MetricName === 'ApproximateNumberOfMessagesVisible',
			)
			expect([queue.id, target !== undefined || isWatched]).toEqual([queue.id, true])
		}
	})

	ofEveryStage('for every function: by its queue, by a destination, or by whoever called and waits', (stack) => {
		for (const lambda of ownFunctions(stack)) {
			const callers: string[] = []
			for (const { Properties } of stack
				.ofType('AWS::Lambda::EventSourceMapping')
				.filter((s) => names(s.Properties, lambda))) {
				const source = stack.ofType('AWS::SQS::Queue').find((queue) => names(Properties.EventSourceArn, queue))
				const isKept = source ? source.Properties.RedrivePolicy : keptOfStream(stack, Properties)
				expect([lambda.id, isKept]).toEqual([lambda.id, expect.anything()])
				expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
				callers.push('queue')
			}
			for (const { Properties } of stack
				.ofType('AWS::Scheduler::Schedule')
				.filter((s) => names(s.Properties, lambda))) {
				expect(Properties.Target).toMatchObject({ DeadLetterConfig: { Arn: expect.anything() } })
				const invoked = stack
					.ofType('AWS::Lambda::EventInvokeConfig')
					.filter((config) => names(config.Properties, lambda))
				expect(invoked.map((config) => config.Properties.DestinationConfig)).toEqual([
					{ OnFailure: { Destination: expect.anything() } },
				])
				callers.push('clock')
			}
			if (
				stack
					.ofType('AWS::ApiGatewayV2::Integration')
					.some(({ Properties }) => names(Properties.IntegrationUri, lambda))
			)
				callers.push('gateway')
			if (
				stack
					.ofType('AWS::IoT::ProvisioningTemplate')
					.some(({ Properties }) => names(Properties.PreProvisioningHook, lambda))
			)
				callers.push('provisioning')
			// One function that asks another waits for the answer, and has it or the fault.
			if (callers.length === 0 && ownFunctions(stack).some(({ Properties }) => names(Properties.Environment, lambda)))
				callers.push('function')
			expect([lambda.id, callers.length]).toEqual([lambda.id, 1])
		}
	})

	ofEveryStage('and somebody hears of every function that fails', (stack) => {
		const topics = stack.ofType('AWS::SNS::Topic')
		for (const lambda of ownFunctions(stack)) {
			const watching = stack
				.ofType('AWS::CloudWatch::Alarm')
				.filter(({ Properties }) => names(Properties.Dimensions, lambda) && Properties.MetricName === 'Errors')
			expect([lambda.id, watching.length]).toEqual([lambda.id, 1])
			expect(topics.some((topic) => names(watching[0]?.Properties.AlarmActions, topic))).toBe(true)
		}
	})
})

describe('nothing is public but the HTTP API', () => {
	ofEveryStage('which is throttled', (stack) => {
		expect(stack.ofType('AWS::ApiGatewayV2::Api').map(({ Properties }) => Properties.ProtocolType)).toEqual(['HTTP'])
		for (const { Properties } of stack.ofType('AWS::ApiGatewayV2::Stage')) {
			const { ThrottlingRateLimit, ThrottlingBurstLimit } = z
				.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() })
				.parse(Properties.DefaultRouteSettings)
			expect(ThrottlingRateLimit).toBeGreaterThan(0)
			expect(ThrottlingBurstLimit).toBeGreaterThan(0)
			// Settings of one route would go over those of all.
			expect(Properties.RouteSettings).toBeUndefined()
		}
	})

	ofEveryStage('no address of a function, no other gateway, no distribution, no pool of identities', (stack) => {
		const other =
			/^AWS::(Lambda::Url|ApiGateway::|AppSync::|CloudFront::|ElasticLoadBalancing|EC2::|Cognito::IdentityPool)/
		expect(stack.resources.map(({ Type }) => Type).filter((type) => other.test(type))).toEqual([])
	})

	ofEveryStage('no resource lets everybody do anything', (stack) => {
		for (const type of ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy'])
			for (const { id, Effect, Principal } of statementsOf(stack, type))
				if (/"\*"|^"\*"$/.test(JSON.stringify(Principal))) expect([id, Effect]).toEqual([id, 'Deny'])
	})

	ofEveryStage('functions are called by our own API, and by our own provisioning template, alone', (stack) => {
		const [api] = stack.ofType('AWS::ApiGatewayV2::Api')
		for (const { id, Properties } of stack.ofType('AWS::Lambda::Permission')) {
			if (Properties.Principal === 'iot.amazonaws.com') {
				expect([id, Properties.SourceAccount]).toEqual([id, { Ref: 'AWS::AccountId' }])
				expect([id, JSON.stringify(Properties.SourceArn)]).toEqual([
					id,
					expect.stringContaining(':provisioningtemplate/sanitation_devices"'),
				])
				continue
			}
			expect([id, Properties.Principal]).toEqual([id, 'apigateway.amazonaws.com'])
			expect([id, api && names(Properties.SourceArn, api)]).toEqual([id, true])
		}
	})

	ofEveryStage('no bucket can be opened', (stack) => {
		const closed = {
			BlockPublicAcls: true,
			BlockPublicPolicy: true,
			IgnorePublicAcls: true,
			RestrictPublicBuckets: true,
		}
		for (const { id, Properties } of stack.ofType('AWS::S3::Bucket'))
			expect([id, Properties.PublicAccessBlockConfiguration]).toEqual([id, closed])
	})

	ofEveryStage('nobody signs himself up', (stack) => {
		for (const { Properties } of stack.ofType('AWS::Cognito::UserPool'))
			expect(Properties.AdminCreateUserConfig).toEqual({ AllowAdminCreateUserOnly: true })
	})
})

/**
 * Grants on more than one resource that cannot be otherwise, each with its reason. A grant that is not in this list fails
 * the test below; so does an entry that nothing grants any more.
 */
const unavoidable: readonly (readonly [action: string, on: RegExp, of?: RegExp])[] = [
	// These know no resource.
	['iot:DescribeEndpoint', /^"\*"$/, /^IotDataEndpoint/],
	['cloudwatch:GetMetricData', /^"\*"$/, /^SweepServiceRole/],
	// Events of every courtyard: courtyards come and go without a deployment.
	['iot:Publish', /:topic\/evt\/sanitation\/\*"/],
	// The versions of one function, as the CDK grants an invocation.
	['lambda:InvokeFunction', /"\w+ServiceFunction\w+","Arn"\]\},":\*"/],
	// Channels are named by staff: their secrets and topics lie below one prefix each.
	['ssm:GetParameter', /:parameter\/(aws\/reference\/secretsmanager\/)?green-courtyard\/channels\/\*"/],
	['secretsmanager:GetSecretValue', /:secret:green-courtyard\/channels\/\*"/],
	['sns:Publish', /:green-courtyard-\*"/],
	// A user pool sends codes by SMS: a telephone number is no resource. The role is Cognito's, not of a function.
	['sns:Publish', /^"\*"$/, /smsRole/],
	// Things and certificates are made by what the role of the provisioning template is for.
	...['CreateThing', 'DescribeThing', 'UpdateThing', 'ListThingPrincipals', 'AttachThingPrincipal'].map(
		(action) => [`iot:${action}`, /:thing\/\*"/, /^ProvisioningRole/] as const,
	),
	...[
		...['AttachThingPrincipal', 'AttachPolicy', 'AttachPrincipalPolicy', 'DescribeCertificate', 'UpdateCertificate'],
		...['ListPrincipalThings', 'ListAttachedPolicies'],
	].map((action) => [`iot:${action}`, /:cert\/\*"/, /^ProvisioningRole/] as const),
	// `enrol` makes things and certificates for administrators; a certificate has no name before it is made.
	['iot:CreateCertificateFromCsr', /^"\*"$/, /^EnrolmentServiceRole/],
	...['CreateThing', 'UpdateThing', 'ListThingPrincipals', 'AttachThingPrincipal'].map(
		(action) => [`iot:${action}`, /:thing\/\*"/, /^EnrolmentServiceRole/] as const,
	),
	...['AttachThingPrincipal', 'AttachPolicy', 'DescribeCertificate', 'UpdateCertificate'].map(
		(action) => [`iot:${action}`, /:cert\/\*"/, /^EnrolmentServiceRole/] as const,
	),
	// Photos are named by chance: one folder each for what comes, reports and evidence.
	['s3:GetObject', /"\/(incoming|reports|evidence)\/\*"/],
	['s3:PutObject', /"\/(incoming|reports|evidence)\/\*"/],
]

describe('a grant', () => {
	const Inline = z._default(z.array(z.object({ PolicyDocument: Policy })), [])
	const granted = (stack: Synthesized) =>
		[
			...statementsOf(stack, 'AWS::IAM::Policy'),
			...stack
				.ofType('AWS::IAM::Role')
				.flatMap(({ id, Properties }) =>
					Inline.parse(Properties.Policies).flatMap(({ PolicyDocument }) =>
						PolicyDocument.Statement.map((said) => ({ id, ...said })),
					),
				),
		].filter(({ Effect }) => Effect === 'Allow')
	type Wide = { id: string; action: string; resource: string }
	const wide = (stack: Synthesized): Wide[] =>
		granted(stack)
			.flatMap(({ id, Action, Resource = [] }) =>
				Action.flatMap((action) =>
					Resource.map((resource) => ({ id, action: String(action), resource: JSON.stringify(resource) })),
				),
			)
			.filter(({ resource }) => resource.includes('*'))
	const covers = ([known, on, of]: (typeof unavoidable)[number], { id, action, resource }: Wide): boolean =>
		known === action && on.test(resource) && (of?.test(id) ?? true)

	ofEveryStage('is on one resource, but for those that cannot be', (stack) => {
		expect(wide(stack).filter((grant) => !unavoidable.some((known) => covers(known, grant)))).toEqual([])
	})

	it('that is unavoidable is one that there is', () => {
		const all = stages.flatMap(([, stack]) => wide(stack))
		expect(unavoidable.filter((known) => !all.some((grant) => covers(known, grant)))).toEqual([])
	})

	ofEveryStage('names its action', (stack) => {
		for (const { id, Action } of granted(stack))
			for (const action of Action) expect([id, action]).toEqual([id, expect.stringMatching(/^[a-z0-9]+:[A-Za-z]+$/)])
	})

	ofEveryStage('is never a managed policy, but for the provider of the CDK', (stack) => {
		const managed = stack
			.ofType('AWS::IAM::Role')
			.filter(({ Properties }) => Properties.ManagedPolicyArns !== undefined)
		expect(managed.filter((role) => !isProvider(role))).toEqual([])
	})
})

describe('a secret', () => {
	const Variables = z._default(z.object({ Variables: z.record(z.string(), z.unknown()) }), { Variables: {} })

	ofEveryStage('is in no template: a function has its name, or a parameter that is never shown', (stack) => {
		const Parameters = z.record(
			z.string(),
			z.looseObject({ NoEcho: z.optional(z.boolean()), Default: z.optional(z.unknown()) }),
		)
		const hidden = Object.entries(Parameters.parse(stack.parameters)).filter(([, { NoEcho }]) => NoEcho)
		for (const [name, { Default }] of hidden) expect([name, Default]).toEqual([name, undefined])
		const variables = ownFunctions(stack).flatMap(({ Properties }) =>
			Object.entries(Variables.parse(Properties.Environment).Variables),
		)
		const secret = variables.filter(([name]) => /KEY|SECRET|PASSWORD/.test(name))
		expect(new Set(secret.map(([name]) => name))).toEqual(new Set(['PRIVACY_KEY', 'TASK_LINK_KEYS']))
		for (const [name, value] of secret)
			expect([name, value]).toEqual([name, { Ref: name === 'PRIVACY_KEY' ? hidden[0]?.[0] : 'TaskLinkKeys' }])
	})
})
