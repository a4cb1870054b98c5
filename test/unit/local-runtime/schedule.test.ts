import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { InvokeResult } from '../../../infra/local/lambda/invokeResult.ts'
import { scheduleFromTemplate } from '../../../infra/local/schedule/scheduleDefinition.ts'
import { startSchedule } from '../../../infra/local/schedule/startSchedule.ts'

beforeEach(() => {
	vi.useFakeTimers({ now: new Date('2026-01-01T00:00:30Z') })
})
afterEach(() => {
	vi.useRealTimers()
})

const arn = 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/sweep'
const succeed: InvokeResult = { ok: true, payload: null }

const schedule = (invoke: (event: unknown) => Promise<InvokeResult>, input?: string) => {
	const lines: string[] = []
	const running = startSchedule({
		name: 'sweep',
		arn,
		expression: 'rate(1 minute)',
		timezone: 'UTC',
		invoke,
		log: (line) => lines.push(line),
		...(input !== undefined && { input }),
	})
	return { lines, ...running }
}

describe('a running schedule', () => {
	test('runs off the beat when it is asked to, one run at a time', async () => {
		let inWork = 0
		let most = 0
		let runs = 0
		const { runNow, close } = schedule(async () => {
			inWork += 1
			most = Math.max(most, inWork)
			await new Promise((resolve) => setTimeout(resolve, 5000))
			inWork -= 1
			runs += 1
			return succeed
		})
		const asked = [runNow(), runNow()]
		await vi.advanceTimersByTimeAsync(20_000)
		await Promise.all(asked)
		expect({ runs, most }).toEqual({ runs: 2, most: 1 })
		await close()
	})

	test('invokes the function at each minute, with the event of the scheduler', async () => {
		const events: unknown[] = []
		const { close } = schedule(async (event) => {
			events.push(event)
			return succeed
		})
		await vi.advanceTimersByTimeAsync(29_999)
		expect(events).toEqual([])
		await vi.advanceTimersByTimeAsync(180_001)
		expect(events).toHaveLength(4)
		expect(events[0]).toMatchObject({
			source: 'aws.scheduler',
			'detail-type': 'Scheduled Event',
			time: '2026-01-01T00:01:00Z',
			region: 'us-east-1',
			resources: [arn],
		})
		await close()
		await vi.advanceTimersByTimeAsync(120_000)
		expect(events).toHaveLength(4)
	})

	test('gives the input of the template, with the scheduled time filled in', async () => {
		const events: unknown[] = []
		schedule(async (event) => {
			events.push(event)
			return succeed
		}, '{"at":"<aws.scheduler.scheduled-time>"}')
		await vi.advanceTimersByTimeAsync(30_000)
		expect(events).toEqual([{ at: '2026-01-01T00:01:00Z' }])
	})

	test('skips a run while the previous one goes on, and says so', async () => {
		let runs = 0
		const { lines } = schedule(() => {
			runs += 1
			return new Promise((resolve) => setTimeout(() => resolve(succeed), 90_000))
		})
		await vi.advanceTimersByTimeAsync(30_000 + 60_000)
		expect(runs).toBe(1)
		expect(lines).toEqual([expect.stringMatching(/00:02:00.*skipped/)])
		await vi.advanceTimersByTimeAsync(60_000)
		expect(runs).toBe(2)
	})

	test('logs a failed run and goes on', async () => {
		const failure: InvokeResult = { ok: false, errorType: 'Error', errorMessage: 'no table', timedOut: false }
		let runs = 0
		const { lines } = schedule(async () => {
			runs += 1
			if (runs === 2) throw new Error('runner broken')
			return failure
		})
		await vi.advanceTimersByTimeAsync(30_000 + 120_000)
		expect(lines).toEqual([
			expect.stringMatching(/00:01:00.*failed: no table/),
			'sweep: runner broken',
			expect.stringMatching(/00:03:00.*failed: no table/),
		])
	})

	test('makes up for one missed run only when the machine slept', async () => {
		let runs = 0
		schedule(async () => {
			runs += 1
			return succeed
		})
		vi.setSystemTime(new Date('2026-01-01T08:00:10Z'))
		await vi.advanceTimersByTimeAsync(30_000)
		expect(runs).toBe(1)
		await vi.advanceTimersByTimeAsync(60_000)
		expect(runs).toBe(2)
	})
})

describe('a schedule of the template', () => {
	const Target = { Arn: 'arn:aws:lambda:us-east-1:000000000000:function:sweep', RoleArn: 'arn' }

	test('gives expression, zone and function', () => {
		const properties = {
			ScheduleExpression: 'cron(10 0 1 * ? *)',
			ScheduleExpressionTimezone: 'Asia/Shanghai',
			FlexibleTimeWindow: { Mode: 'OFF' },
			Target: { ...Target, Input: '{}' },
		}
		expect(scheduleFromTemplate('Monthly', properties)).toEqual({
			expression: 'cron(10 0 1 * ? *)',
			timezone: 'Asia/Shanghai',
			enabled: true,
			functionArn: Target.Arn,
			input: '{}',
		})
	})

	test.each([
		[
			'an expression that cannot be evaluated',
			{ ScheduleExpression: 'at(2026-01-01T00:00:00)', Target },
			/Monthly: ScheduleExpression/,
		],
		[
			'another target',
			{ ScheduleExpression: 'rate(1 day)', Target: { ...Target, Arn: 'arn:aws:sqs:r:0:q' } },
			/Target\.Arn/,
		],
		['an end', { ScheduleExpression: 'rate(1 day)', Target, EndDate: '2026-01-01' }, /EndDate/],
	])('%s stops the start, naming the resource', (_, properties, message) => {
		expect(() => scheduleFromTemplate('Monthly', properties)).toThrow(message)
	})
})
