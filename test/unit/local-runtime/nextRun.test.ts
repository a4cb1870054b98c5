import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextRun } from '../../../infra/local/schedule/nextRun.ts'

const next = (expression: string, after: string, timezone = 'UTC') =>
	nextRun(expression, timezone, new Date(after))?.toISOString().replace(':00.000Z', 'Z')

describe('rate', () => {
	test.each([
		['rate(1 minute)', '2026-01-01T00:00:00Z', '2026-01-01T00:01Z'],
		['rate(1 minute)', '2026-01-01T00:00:59.999Z', '2026-01-01T00:01Z'],
		['rate(5 minutes)', '2026-01-01T00:03:00Z', '2026-01-01T00:05Z'],
		['rate(1 hour)', '2026-01-01T00:03:00Z', '2026-01-01T01:00Z'],
		['rate(2 days)', '2026-01-01T00:00:00Z', '2026-01-03T00:00Z'],
	])('%s after %s runs at %s', (expression, after, expected) => {
		expect(next(expression, after)).toBe(expected)
	})
})

describe('cron', () => {
	test.each([
		['every five minutes', 'cron(0/5 * * * ? *)', '2026-01-01T00:05:00Z', '2026-01-01T00:10Z'],
		['a list and a range', 'cron(15,45 8-9 * * ? *)', '2026-01-01T08:45:00Z', '2026-01-01T09:15Z'],
		['the next year', 'cron(0 0 1 JAN ? *)', '2026-01-01T00:00:00Z', '2027-01-01T00:00Z'],
		['the last day of February', 'cron(0 0 L 2 ? *)', '2027-03-01T00:00:00Z', '2028-02-29T00:00Z'],
		['Sunday is 1', 'cron(0 0 ? * 1 *)', '2026-01-01T00:00:00Z', '2026-01-04T00:00Z'],
		['weekdays', 'cron(0 18 ? * MON-FRI *)', '2026-01-02T18:00:00Z', '2026-01-05T18:00Z'],
		['the second Monday', 'cron(0 0 ? * 2#2 *)', '2026-01-01T00:00:00Z', '2026-01-12T00:00Z'],
		['the last Friday', 'cron(0 0 ? * FRIL *)', '2026-01-01T00:00:00Z', '2026-01-30T00:00Z'],
		[
			'the weekday nearest to a Saturday, in the month',
			'cron(0 0 1W 8 ? 2026)',
			'2026-01-01T00:00:00Z',
			'2026-08-03T00:00Z',
		],
		['the last weekday', 'cron(0 0 LW 1 ? *)', '2026-01-01T00:00:00Z', '2026-01-30T00:00Z'],
		['29 February, seldom', 'cron(0 0 29 2 ? *)', '2096-03-01T00:00:00Z', '2104-02-29T00:00Z'],
	])('%s: %s', (_, expression, after, expected) => {
		expect(next(expression, after)).toBe(expected)
	})

	test('a year that is over never comes again', () => {
		expect(next('cron(0 0 1 1 ? 2025)', '2026-01-01T00:00:00Z')).toBeUndefined()
	})

	test('midnight in Shanghai is 16:00 UTC of the day before', () => {
		expect(next('cron(10 0 1 * ? *)', '2026-01-15T00:00:00Z', 'Asia/Shanghai')).toBe('2026-01-31T16:10Z')
	})

	test('a time that the clocks skip in spring is skipped', () => {
		expect(next('cron(30 2 * * ? *)', '2026-03-28T02:00:00Z', 'Europe/Berlin')).toBe('2026-03-30T00:30Z')
	})

	test('a time that the clocks show twice in autumn runs once, the first time', () => {
		expect(next('cron(30 2 * * ? *)', '2026-10-24T12:00:00Z', 'Europe/Berlin')).toBe('2026-10-25T00:30Z')
		expect(next('cron(30 2 * * ? *)', '2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe('2026-10-26T01:30Z')
	})

	test('the next run is after the instant, and no earlier minute matches', () => {
		const minuteOf = fc.integer({ min: 0, max: 59 })
		const hourOf = fc.integer({ min: 0, max: 23 })
		const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
		fc.assert(
			fc.property(minuteOf, hourOf, instant, (minute, hour, after) => {
				const run = nextRun(`cron(${minute} ${hour} * * ? *)`, 'UTC', after)
				const naive = new Date(after)
				naive.setUTCHours(hour, minute, 0, 0)
				if (naive <= after) naive.setUTCDate(naive.getUTCDate() + 1)
				expect(run).toEqual(naive)
			}),
		)
	})
})

describe('what is not an expression of EventBridge is refused in words', () => {
	test.each([
		['rate(0 minutes)', /neither/],
		['rate(1 minutes)', /write 1 minute/],
		['at(2026-01-01T00:00:00)', /neither/],
		['cron(0 0 * * ?)', /six fields/],
		['cron(0 0 * * * *)', /must be \?/],
		['cron(0 0 ? * ? *)', /must be \?/],
		['cron(60 0 * * ? *)', /60 is not between 0 and 59/],
		['cron(0 0 ? * 0 *)', /0 is not between 1 and 7/],
		['cron(*/0 0 * * ? *)', /not a step/],
		['cron(5-1 0 * * ? *)', /backwards/],
	])('%s', (expression, message) => {
		expect(() => next(expression, '2026-01-01T00:00:00Z')).toThrow(message)
	})

	test('a time zone that does not exist', () => {
		expect(() => next('cron(0 0 * * ? *)', '2026-01-01T00:00:00Z', 'Asia/Chengdu')).toThrow(/time zone/i)
	})
})
