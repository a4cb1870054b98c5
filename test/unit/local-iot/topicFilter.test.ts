import { describe, expect, it } from 'vitest'
import { isTopicFilter, matchesTopicFilter } from '../../../infra/local/iot/topicFilter.ts'

describe('matchesTopicFilter', () => {
	it.each([
		['dt/sanitation/+/+', 'dt/sanitation/toilet-1/json', true],
		['dt/sanitation/+/+', 'dt/sanitation/toilet-1', false],
		['dt/sanitation/+/+', 'dt/sanitation/toilet-1/json/x', false],
		['dt/sanitation/+/+', 'dt/sanitation//', true],
		['dt/#', 'dt/a/b/c', true],
		['dt/#', 'dt', true],
		['dt/#', 'dtx/a', false],
		['#', 'a/b', true],
		['#', '$aws/rules/r/a', false],
		['+/rules/r/a', '$aws/rules/r/a', false],
		['$aws/#', '$aws/rules/r/a', true],
		['a', 'A', false],
	])('%s and %s: %j', (filter, topic, expected) => {
		expect(matchesTopicFilter(filter, topic)).toBe(expected)
	})
})

it.each([
	['a/+/#', true],
	['+', true],
	['#', true],
	['/', true],
	['', false],
	['a/#/b', false],
	['a#', false],
	['a/b+', false],
])('%s as a topic filter: %j', (filter, expected) => {
	expect(isTopicFilter(filter)).toBe(expected)
})
