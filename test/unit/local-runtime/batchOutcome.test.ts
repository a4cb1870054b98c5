import { describe, expect, test } from 'vitest'
import { batchOutcome } from '../../../infra/local/lambda/batchOutcome.ts'

const ids = ['a', 'b', 'c']

describe('the answer of a function that reports batch item failures', () => {
	test.each([
		['nothing', undefined],
		['null', null],
		['an empty object', {}],
		['a list that is null', { batchItemFailures: null }],
		['an empty list', { batchItemFailures: [] }],
	])('%s is a success of the whole batch', (_, payload) => {
		expect(batchOutcome(payload, ids)).toEqual({ kind: 'partial', failed: new Set() })
	})

	test('a list names the failed ones', () => {
		const payload = { batchItemFailures: [{ itemIdentifier: 'b' }, { itemIdentifier: 'b' }] }
		expect(batchOutcome(payload, ids)).toEqual({ kind: 'partial', failed: new Set(['b']) })
	})

	test.each([
		['an empty identifier', { batchItemFailures: [{ itemIdentifier: 'a' }, { itemIdentifier: '' }] }],
		['an identifier that is null', { batchItemFailures: [{ itemIdentifier: null }] }],
		['another key', { batchItemFailures: [{ messageId: 'a' }] }],
		['an identifier of another batch', { batchItemFailures: [{ itemIdentifier: 'z' }] }],
		['text', 'done'],
	])('%s fails the whole batch', (_, payload) => {
		expect(batchOutcome(payload, ids)).toMatchObject({ kind: 'all-failed' })
	})
})
