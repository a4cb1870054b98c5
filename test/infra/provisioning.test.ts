import { beforeAll, describe, expect, it } from 'vitest'
import { TemplateBody } from '../../infra/local/iot/provisioning/templateBody.ts'
import * as z from '../../shared/contract/zod.ts'
import { claimPolicy } from '../unit/local-iot/policies.ts'
import { type Synthesized, synthesized } from './synthesized.ts'

let stacks: { global: Synthesized; china: Synthesized }
let stack: Synthesized
beforeAll(async () => {
	stacks = await synthesized()
	stack = stacks.global
})

const Join = z.object({
	'Fn::Join': z.tuple([z.literal(''), z.array(z.union([z.string(), z.object({ Ref: z.string() })]))]),
})
const pseudo: Record<string, string> = {
	'AWS::Partition': 'aws',
	'AWS::Region': 'us-east-1',
	'AWS::AccountId': '123456789012',
}
/** A text of the template with its pseudo parameters filled in; a resource stands as its logical id. */
const text = (value: unknown): string =>
	typeof value === 'string'
		? value
		: Join.parse(value)
				['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : (pseudo[part.Ref] ?? part.Ref)))
				.join('')
const filledIn = (value: unknown): unknown => {
	if (Join.safeParse(value).success) return text(value)
	if (Array.isArray(value)) return value.map(filledIn)
	if (typeof value !== 'object' || value === null) return value
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filledIn(inner)]))
}
const statements = (policy: string) =>
	z
		.array(z.record(z.string(), z.unknown()))
		.parse(z.object({ Statement: z.unknown() }).parse(stack.the(policy).Properties.PolicyDocument).Statement)

describe('fleet provisioning', () => {
	it('lets the claim certificate fetch certificates by this one template, and nothing else', () => {
		expect(filledIn(stack.the('ProvisioningClaimPolicy').Properties.PolicyDocument)).toEqual(claimPolicy)
	})

	it('asks the hook, which says everything but the serial number, and gives the policy of devices', () => {
		const { Properties } = stack.the('ProvisioningTemplate')
		expect(Properties).toMatchObject({
			TemplateName: 'sanitation_devices',
			TemplateType: 'FLEET_PROVISIONING',
			Enabled: true,
			ProvisioningRoleArn: { 'Fn::GetAtt': [stack.the('ProvisioningRole').id, 'Arn'] },
			PreProvisioningHook: {
				TargetArn: { 'Fn::GetAtt': [stack.the('ProvisioningServiceFunction').id, 'Arn'] },
				PayloadVersion: '2020-04-01',
			},
		})
		const body = TemplateBody.parse(JSON.parse(text(Properties.TemplateBody)))
		expect(Object.values(body.Resources)).toEqual([
			{
				Type: 'AWS::IoT::Thing',
				Properties: {
					ThingName: { Ref: 'ThingName' },
					AttributePayload: { courtyard: { Ref: 'Courtyard' }, kind: { Ref: 'Kind' } },
				},
			},
			{
				Type: 'AWS::IoT::Certificate',
				Properties: { CertificateId: { Ref: 'AWS::IoT::Certificate::Id' }, Status: 'ACTIVE' },
			},
			{ Type: 'AWS::IoT::Policy', Properties: { PolicyName: stack.the('DevicesDevicePolicy').id } },
		])
	})

	it.each(['global', 'china'] as const)(
		'%s: AWS IoT may call the hook for this template of this account only',
		(name) => {
			const of = stacks[name]
			const [permission, ...others] = of
				.ofType('AWS::Lambda::Permission')
				.filter(({ Properties }) =>
					JSON.stringify(Properties.FunctionName).includes(of.the('ProvisioningServiceFunction').id),
				)
			expect(others).toEqual([])
			expect(permission?.Properties).toMatchObject({
				Action: 'lambda:InvokeFunction',
				Principal: 'iot.amazonaws.com',
				SourceAccount: { Ref: 'AWS::AccountId' },
			})
			expect(JSON.stringify(permission?.Properties.SourceArn)).toContain(':provisioningtemplate/sanitation_devices"')
		},
	)

	it('has answered before AWS IoT stops waiting', () => {
		expect(stack.the('ProvisioningServiceFunction').Properties.Timeout).toBe(5)
	})

	it('lets the hook write into the partition of serial numbers only: it cannot change the registry', () => {
		const puts = statements('ProvisioningServiceRoleDefaultPolicy').filter(({ Action }) =>
			[Action].flat().includes('dynamodb:PutItem'),
		)
		expect(puts).toMatchObject([
			{ Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['provisioned'] } } },
		])
	})

	it('makes no policy, group or certificate, and attaches policies to certificates only', () => {
		const granted = statements('ProvisioningRoleDefaultPolicy').flatMap(({ Action, Resource }) =>
			[Action].flat().map((action) => [action, JSON.stringify(Resource)] as const),
		)
		expect(granted.map(([action]) => action).sort()).toEqual([
			'iot:AttachPolicy',
			'iot:AttachPrincipalPolicy',
			'iot:AttachThingPrincipal',
			'iot:CreateThing',
			'iot:DescribeCertificate',
			'iot:DescribeThing',
			'iot:GetPolicy',
			'iot:ListAttachedPolicies',
			'iot:ListPrincipalThings',
			'iot:ListThingPrincipals',
			'iot:UpdateCertificate',
			'iot:UpdateThing',
		])
		for (const [action, resource] of granted.filter(([action]) => /Policy$|Certificate$/.test(String(action))))
			expect([action, resource]).toEqual([action, expect.stringMatching(/:cert\/\*|DevicesDevicePolicy/)])
	})
})
