import { beforeAll, describe, expect, it } from 'vitest'
import { type Synthesized, synthesized } from './synthesized.ts'

let china: Synthesized
let global: Synthesized
beforeAll(async () => {
	;({ china, global } = await synthesized())
})

/** Names of services in trust policies, which are the same in China: `lambda.amazonaws.com`. */
const servicePrincipals = /"Service":\s*"[a-z]+\.amazonaws\.com"|"Principal":\s*"[a-z]+\.amazonaws\.com"/g

/** Not offered in the China regions, or not without a licence this service does not need. */
const missingInChina = [
	/^AWS::Cognito::UserPool/,
	/^AWS::XRay::/,
	/^AWS::Lambda::Url$/,
	/^AWS::CloudFront::KeyGroup/,
	/^AWS::SES::/,
]

describe('the template for China', () => {
	it('names no ARN of the global partition', () => {
		expect(china.text).not.toContain('arn:aws:')
	})

	it('names no host of the global partition', () => {
		expect(china.text.replaceAll(servicePrincipals, '')).not.toContain('amazonaws.com')
	})

	it('has no resource that China lacks', () => {
		const types = new Set(china.resources.map(({ Type }) => Type))
		for (const type of types) expect(missingInChina.filter((pattern) => pattern.test(type))).toEqual([])
		expect(china.text).not.toMatch(/TracingConfig/)
	})

	it('holds the same resources as the global one', () => {
		const types = (stack: Synthesized) => stack.resources.map(({ Type }) => Type)
		expect(types(china)).toEqual(types(global))
	})

	it('runs the same bundles', () => {
		const keys = (stack: Synthesized) => stack.text.match(/[0-9a-f]{64}\.zip/g)
		expect(keys(china)).toEqual(keys(global))
	})
})

describe('both templates', () => {
	it('say after a deployment where everything is', () => {
		const names = [
			'ApiUrl',
			'RuleName',
			'ClaimPolicyName',
			'ProvisioningTemplateName',
			'TelemetryQueueUrl',
			'DeadLetterQueueUrl',
			'RuleErrorsQueueUrl',
			'RegistryTable',
			'TelemetryTable',
			'ScoresTable',
			'TasksTable',
			'PhotoBucket',
		]
		for (const stack of [china, global]) expect(Object.keys(stack.outputs)).toEqual(expect.arrayContaining(names))
	})
})
