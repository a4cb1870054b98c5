// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import { describe, expect, it } from 'vitest'
import { bindPolicies, compilePolicy } from '../../../infra/local/iot/iotPolicy.ts'
import type { PolicyPrincipal } from '../../../infra/local/iot/policy/policyVariables.ts'
import { StartError } from '../../../infra/local/startError.ts'
import { arn, devicePolicy, displayPolicy } from './policies.ts'

const principal: PolicyPrincipal = {
	thingName: 'toilet-1',
	clientId: 'toilet-1',
	attributes: {},
	attached: true,
	commonName: 'toilet-1',
}
const bind = (document: unknown, changes: Partial<PolicyPrincipal> = {}) =>
	bindPolicies([compilePolicy('Test', document)], { ...principal, ...changes })
const statements = (...statement: object[]) => ({ Version: '2012-10-17', Statement: statement })
const allow = (changes: object) => ({ Effect: 'Allow', Action: 'iot:Publish', Resource: arn('topic/a'), ...changes })

describe('the device policy', () => {
	const isAllowed = bind(devicePolicy)

	it.each([
		['iot:Connect', 'client/toilet-1'],
		['iot:Publish', 'topic/dt/sanitation/toilet-1/json'],
		['iot:Publish', 'topic/dt/sanitation/toilet-1/a/b'],
		['iot:Publish', 'topic/$aws/rules/sanitation_telemetry/dt/sanitation/toilet-1/json'],
		['iot:Subscribe', 'topicfilter/cmd/sanitation/toilet-1/#'],
		['iot:Subscribe', 'topicfilter/cmd/sanitation/toilet-1/reboot'],
		['iot:Receive', 'topic/cmd/sanitation/toilet-1/reboot'],
		['iot:Publish', 'topic/$aws/things/toilet-1/shadow/name/config/get'],
		['iot:Publish', 'topic/$aws/things/toilet-1/shadow/name/config/update'],
		['iot:Subscribe', 'topicfilter/$aws/things/toilet-1/shadow/name/config/update/delta'],
		['iot:Receive', 'topic/$aws/things/toilet-1/shadow/name/config/get/accepted'],
	] as const)('allows %s on %s', (action, resource) => {
		expect(isAllowed(action, arn(resource))).toBe(true)
	})

	it.each([
		['iot:Connect', 'client/toilet-2'],
		['iot:Connect', 'client/toilet-1x'],
		['iot:Publish', 'topic/dt/sanitation/toilet-2/json'],
		['iot:Publish', 'topic/dt/sanitation/toilet-1'],
		['iot:Publish', 'topic/dt/sanitation/toilet-11/json'],
		['iot:Publish', 'topic/x/dt/sanitation/toilet-1/json'],
		['iot:Publish', 'topic/$aws/rules/another_rule/dt/sanitation/toilet-1/json'],
		['iot:Publish', 'topic/cmd/sanitation/toilet-1/reboot'],
		['iot:RetainPublish', 'topic/dt/sanitation/toilet-1/json'],
		['iot:Subscribe', 'topicfilter/cmd/sanitation/#'],
		['iot:Subscribe', 'topicfilter/cmd/sanitation/+/reboot'],
		['iot:Subscribe', 'topicfilter/#'],
		['iot:Receive', 'topic/cmd/sanitation/toilet-2/reboot'],
		['iot:Receive', 'topic/evt/sanitation/c-1/tasks'],
		['iot:Publish', 'topic/$aws/things/toilet-2/shadow/name/config/get'],
		['iot:Publish', 'topic/$aws/things/toilet-1/shadow/name/config/delete'],
		['iot:Publish', 'topic/$aws/things/toilet-1/shadow/name/config/update/delta'],
		['iot:Publish', 'topic/$aws/things/toilet-1/shadow/name/other/update'],
		['iot:Publish', 'topic/$aws/things/toilet-1/shadow/update'],
		['iot:Subscribe', 'topicfilter/$aws/things/+/shadow/name/config/update/delta'],
		['iot:Subscribe', 'topicfilter/$aws/things/toilet-2/shadow/name/config/update/delta'],
		['iot:Publish', 'topic/$aws/certificates/create/json'],
	] as const)('denies %s on %s', (action, resource) => {
		expect(isAllowed(action, arn(resource))).toBe(false)
	})

	it('denies the same name in another region or account', () => {
		expect(isAllowed('iot:Connect', 'arn:aws:iot:eu-west-1:123456789012:client/toilet-1')).toBe(false)
		expect(isAllowed('iot:Connect', 'arn:aws:iot:us-east-1:999999999999:client/toilet-1')).toBe(false)
	})

	it('denies the connection of a certificate that is not attached to the thing', () => {
		expect(bind(devicePolicy, { attached: false })('iot:Connect', arn('client/toilet-1'))).toBe(false)
	})
})

describe('the display policy', () => {
	it('lets a display hear its own courtyard only', () => {
		const isAllowed = bind(displayPolicy, { attributes: { courtyard: 'c-1' } })
		expect(isAllowed('iot:Subscribe', arn('topicfilter/evt/sanitation/c-1/#'))).toBe(true)
		expect(isAllowed('iot:Receive', arn('topic/evt/sanitation/c-1/tasks'))).toBe(true)
		expect(isAllowed('iot:Subscribe', arn('topicfilter/evt/sanitation/c-2/#'))).toBe(false)
		expect(isAllowed('iot:Subscribe', arn('topicfilter/evt/sanitation/+/tasks'))).toBe(false)
		expect(isAllowed('iot:Receive', arn('topic/evt/sanitation/c-2/tasks'))).toBe(false)
		expect(isAllowed('iot:Publish', arn('topic/evt/sanitation/c-1/tasks'))).toBe(false)
	})

	it('lets a display without a courtyard hear nothing', () => {
		const isAllowed = bind(displayPolicy)
		expect(isAllowed('iot:Connect', arn('client/toilet-1'))).toBe(true)
		expect(isAllowed('iot:Subscribe', arn('topicfilter/evt/sanitation//#'))).toBe(false)
		expect(isAllowed('iot:Subscribe', arn('topicfilter/evt/sanitation/undefined/#'))).toBe(false)
	})

	it('takes a wildcard inside an attribute for that character', () => {
		const isAllowed = bind(displayPolicy, { attributes: { courtyard: '*' } })
		expect(isAllowed('iot:Receive', arn('topic/evt/sanitation/c-1/tasks'))).toBe(false)
		expect(isAllowed('iot:Receive', arn('topic/evt/sanitation/*/tasks'))).toBe(true)
	})
})

describe('evaluation', () => {
	it('lets a Deny win over every Allow, whatever their order and policy', () => {
		const deny = { Effect: 'Deny', Action: 'iot:*', Resource: arn('topic/a') }
		const everything = allow({ Action: 'iot:*', Resource: '*' })
		expect(bind(statements(deny, everything))('iot:Publish', arn('topic/a'))).toBe(false)
		expect(bind(statements(everything, deny))('iot:Publish', arn('topic/b'))).toBe(true)
		const policies = [compilePolicy('Allow', statements(everything)), compilePolicy('Deny', statements(deny))]
		expect(bindPolicies(policies, principal)('iot:Receive', arn('topic/a'))).toBe(false)
	})

	it('denies everything to a thing without policies', () => {
		expect(bindPolicies([], principal)('iot:Connect', arn('client/toilet-1'))).toBe(false)
	})

	it('reads ? as one character, and + # . as themselves', () => {
		const isAllowed = bind(statements(allow({ Resource: arn('topic/a?c/+/#.x') })))
		expect(isAllowed('iot:Publish', arn('topic/abc/+/#.x'))).toBe(true)
		expect(isAllowed('iot:Publish', arn('topic/abbc/+/#.x'))).toBe(false)
		expect(isAllowed('iot:Publish', arn('topic/abc/q/#.x'))).toBe(false)
		expect(isAllowed('iot:Publish', arn('topic/abc/+/#Zx'))).toBe(false)
	})

	it('matches across line breaks, so that a topic cannot slip past a Deny', () => {
		const document = statements(allow({ Resource: '*' }), {
			Effect: 'Deny',
			Action: 'iot:Publish',
			Resource: arn('topic/secret/*'),
		})
		expect(bind(document)('iot:Publish', arn('topic/secret/a\nb'))).toBe(false)
	})

	it('fills in the client id and the common name of the certificate', () => {
		const document = statements(allow({ Resource: arn('topic/${iot:ClientId}/${iot:Certificate.Subject.CommonName}') }))
		const isAllowed = bind(document, { clientId: 'phone', commonName: 'bin-7' })
		expect(isAllowed('iot:Publish', arn('topic/phone/bin-7'))).toBe(true)
		expect(isAllowed('iot:Publish', arn('topic/toilet-1/toilet-1'))).toBe(false)
	})
})

describe('conditions', () => {
	const on = (condition: object, changes: Partial<PolicyPrincipal> = {}) =>
		bind(statements(allow({ Condition: condition })), changes)('iot:Publish', arn('topic/a'))
	const kind = 'iot:Connection.Thing.Attributes[kind]'

	it('compares booleans without regard to case or type', () => {
		expect(on({ Bool: { 'iot:Connection.Thing.IsAttached': 'True' } })).toBe(true)
		expect(on({ Bool: { 'iot:Connection.Thing.IsAttached': true } })).toBe(true)
		expect(on({ Bool: { 'iot:Connection.Thing.IsAttached': 'false' } })).toBe(false)
	})

	it('needs one of the values of a key', () => {
		const condition = { StringEquals: { [kind]: ['toilet', 'waste'] } }
		expect(on(condition, { attributes: { kind: 'waste' } })).toBe(true)
		expect(on(condition, { attributes: { kind: 'sewage' } })).toBe(false)
		expect(on(condition, { attributes: { kind: 'Waste' } })).toBe(false)
	})

	it('needs every key and every operator', () => {
		const condition = {
			Bool: { 'iot:Connection.Thing.IsAttached': 'true' },
			StringLike: { [kind]: 'wa*', 'iot:ClientId': 'bin-?' },
		}
		expect(on(condition, { attributes: { kind: 'waste' }, clientId: 'bin-1' })).toBe(true)
		expect(on(condition, { attributes: { kind: 'waste' }, clientId: 'bin-10' })).toBe(false)
		expect(on(condition, { attributes: { kind: 'waste' }, clientId: 'bin-1', attached: false })).toBe(false)
	})

	it('takes * literally in StringEquals', () => {
		expect(on({ StringEquals: { [kind]: '*' } }, { attributes: { kind: 'waste' } })).toBe(false)
	})

	it('fails on an absent key, unless the operator ends in IfExists', () => {
		expect(on({ StringEquals: { [kind]: 'waste' } })).toBe(false)
		expect(on({ StringEqualsIfExists: { [kind]: 'waste' } })).toBe(true)
		expect(on({ StringEqualsIfExists: { [kind]: 'waste' } }, { attributes: { kind: 'toilet' } })).toBe(false)
		expect(on({ StringLikeIfExists: { [kind]: 'w*' } })).toBe(true)
		expect(on({ BoolIfExists: { 'iot:Connection.Thing.IsAttached': 'true' } }, { attached: false })).toBe(false)
	})

	it('compares with the value of a variable, and with nothing where it has none', () => {
		const condition = { StringEquals: { 'iot:ClientId': '${iot:Connection.Thing.Attributes[alias]}' } }
		expect(on(condition, { attributes: { alias: 'toilet-1' } })).toBe(true)
		expect(on(condition)).toBe(false)
	})
})

describe('a policy that this evaluator does not know in full stops the start', () => {
	it.each([
		['NotAction', statements({ Effect: 'Allow', NotAction: 'iot:Connect', Resource: '*' })],
		['NotResource', statements({ Effect: 'Allow', Action: 'iot:Connect', NotResource: '*' })],
		['Principal', statements(allow({ Principal: '*' }))],
		['an unknown action', statements(allow({ Action: 'iot:Pubish' }))],
		['an action of another service', statements(allow({ Action: ['iot:Publish', 'sqs:SendMessage'] }))],
		['an unknown effect', statements(allow({ Effect: 'allow' }))],
		['an unresolved intrinsic', statements(allow({ Resource: { 'Fn::Sub': 'x' } }))],
		['a resource that is no ARN of AWS IoT', statements(allow({ Resource: 'topic/a' }))],
		['an unknown variable', statements(allow({ Resource: arn('topic/${iot:Connection.Thing.Thingname}') }))],
		['an unclosed variable', statements(allow({ Resource: arn('topic/${iot:ClientId') }))],
		['an unknown condition operator', statements(allow({ Condition: { ArnLike: { 'iot:ClientId': 'x' } } }))],
		['a set operator', statements(allow({ Condition: { 'ForAllValues:StringEquals': { 'iot:ClientId': 'x' } } }))],
		['an unknown condition key', statements(allow({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }))],
		['a Bool that is none', statements(allow({ Condition: { Bool: { 'iot:Connection.Thing.IsAttached': 'yes' } } }))],
		['an old version', { ...statements(allow({})), Version: '2008-10-17' }],
		['no statement', { Version: '2012-10-17' }],
		['no document', undefined],
	])('%s', (_, document) => {
		const compile = () => compilePolicy('DevicePolicy7F', document)
		expect(compile).toThrow(StartError)
		expect(compile).toThrow('DevicePolicy7F')
	})
})
