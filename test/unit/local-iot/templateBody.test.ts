import { expect, it } from 'vitest'
import { fillIn, TemplateBody } from '../../../infra/local/iot/provisioning/templateBody.ts'

const thing = {
	Type: 'AWS::IoT::Thing',
	Properties: { ThingName: { Ref: 'Name' }, AttributePayload: { kind: { Ref: 'Kind' } } },
}
const certificate = {
	Type: 'AWS::IoT::Certificate',
	Properties: { CertificateId: { Ref: 'AWS::IoT::Certificate::Id' } },
}
const policy = { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'Devices' } }
const perfect = {
	Parameters: { Name: { Type: 'String' }, Kind: { Type: 'String', Default: 'toilet' } },
	Resources: { thing, certificate, policy },
}

it('a template filled in says what the device becomes; a default stands in for what was not given', () => {
	expect(fillIn(TemplateBody.parse(perfect), { Name: 'toilet-1', Other: 'x' })).toEqual({
		thingName: 'toilet-1',
		attributes: { kind: 'toilet' },
		certificateStatus: 'ACTIVE',
		policies: ['Devices'],
	})
})

it('a parameter without a value is named', () => {
	expect(fillIn(TemplateBody.parse(perfect), { Kind: 'waste' })).toEqual({ missing: 'Name' })
})

it.each([
	['no thing', { Resources: { certificate, policy } }],
	['two things', { Resources: { thing, other: thing, certificate } }],
	['no certificate', { Resources: { thing, policy } }],
	[
		'a policy of its own',
		{ Resources: { thing, certificate, p: { ...policy, Properties: { PolicyDocument: '{}' } } } },
	],
	['a group', { Resources: { thing, certificate, g: { Type: 'AWS::IoT::ThingGroup', Properties: {} } } }],
	[
		'a function',
		{
			Resources: { ...perfect.Resources, policy: { ...policy, Properties: { PolicyName: { 'Fn::Join': ['', []] } } } },
		},
	],
])('a template with %s is not evaluated here, and says so', (_what, changes) => {
	expect(TemplateBody.safeParse({ ...perfect, ...changes }).success).toBe(false)
})
