import { expect, test } from 'vitest'
import { telemetryTopic } from '../../../../devices/client/topics.ts'

test('a thing publishes under its own name, by Basic Ingest behind the name of the rule', () => {
	expect(telemetryTopic('lijia-bin-1', 'json')).toBe('dt/sanitation/lijia-bin-1/json')
	expect(telemetryTopic('lijia-bin-1', 'json', 'telemetry')).toBe('$aws/rules/telemetry/dt/sanitation/lijia-bin-1/json')
})
