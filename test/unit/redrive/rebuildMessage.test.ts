import { describe, expect, test } from 'vitest'
import { errorActionMessage } from '../../../infra/local/iot/ruleErrorMessage.ts'
import { describeBody, telemetryOfRuleError } from '../../../infra/redrive/rebuildMessage.ts'

const payload = Buffer.from('{"ammonia": 0.2}')
const failures = [{ failedAction: 'SqsAction', failedResource: 'telemetry', errorMessage: 'queue is away' }]
const body = (changes: { topic?: string; clientId?: string } = {}) =>
	errorActionMessage(
		'sanitation_telemetry',
		{ topic: 'dt/sanitation/toilet-1/json', clientId: 'toilet-1', payload, receivedAt: 1, ...changes },
		failures,
		'trace',
	)

describe('what the topic rule could not hand over', () => {
	test('becomes the message that the rule would have made, at the time of the error', () => {
		expect(telemetryOfRuleError(body(), 1_764_000_000_000)).toEqual({
			payload: payload.toString('base64'),
			topic: 'dt/sanitation/toilet-1/json',
			clientId: 'toilet-1',
			receivedAt: 1_764_000_000_000,
		})
	})

	test('of a client without a name has none', () => {
		expect(telemetryOfRuleError(body({ clientId: 'n/a' }), 1)).not.toHaveProperty('clientId')
	})

	test('over Basic Ingest has the topic as the rule sees it', () => {
		const topic = '$aws/rules/sanitation_telemetry/dt/sanitation/toilet-1/json'
		expect(telemetryOfRuleError(body({ topic }), 1)?.topic).toBe('dt/sanitation/toilet-1/json')
	})

	test('names topic and failure to the person who looks', () => {
		expect(describeBody(body())).toEqual({ topic: 'dt/sanitation/toilet-1/json', failure: 'queue is away' })
	})
})

test.each(['', '{', '[]', '{"topic":"a"}', '{"topic":"a","base64OriginalPayload":"?","failures":[]}'])(
	'%j is not of an error action and is not taken for one',
	(text) => {
		expect(telemetryOfRuleError(text, 1)).toBeUndefined()
		expect(describeBody(text)).toEqual({})
	},
)
