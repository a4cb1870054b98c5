import { CloudWatchClient, GetMetricDataCommand, type MetricDataResult } from '@aws-sdk/client-cloudwatch'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, expect, test } from 'vitest'
import { StreamBacklog } from '../../../functions/adapters/queues/streamBacklog.ts'

const NOW = Date.parse('2026-11-23T06:10:00Z')
const cloudWatch = mockClient(CloudWatchClient)
afterEach(() => cloudWatch.reset())

const stream = { stream: 'telemetry', takenBy: 'stream-function' }
const backlog = new StreamBacklog({ waiting: async () => ({ messages: 7 }) }, stream, () => NOW)
const measured = (...MetricDataResults: MetricDataResult[]) =>
	cloudWatch.on(GetMetricDataCommand).resolves({ MetricDataResults })

test('what waits in the stream is as old as the newest measurement says, and the queue is counted beside it', async () => {
	measured({ Id: 'fetched', Values: [1500, 90_000] }, { Id: 'given', Values: [700] })
	expect(await backlog.waiting()).toEqual({ messages: 7, seconds: 1.5 })
})

test('a batch that is tried again and again counts, though what was last fetched was young', async () => {
	measured({ Id: 'fetched', Values: [0] }, { Id: 'given', Values: [240_000] })
	expect((await backlog.waiting()).seconds).toBe(240)
})

test('a stream in which nothing came is no backlog', async () => {
	measured({ Id: 'fetched', Values: [0] }, { Id: 'given', Values: [] })
	expect((await backlog.waiting()).seconds).toBe(0)
})

test('a stream from which nobody fetches is one without end', async () => {
	measured({ Id: 'fetched', Values: [] }, { Id: 'given', Values: [] })
	expect((await backlog.waiting()).seconds).toBe(Number.POSITIVE_INFINITY)
})

test('both ages of the last five minutes are asked for in one call, by stream and function', async () => {
	measured({ Id: 'fetched', Values: [0] })
	await backlog.waiting()
	const [call, ...more] = cloudWatch.commandCalls(GetMetricDataCommand)
	expect(more).toEqual([])
	const { MetricDataQueries = [], StartTime, EndTime, ScanBy } = call?.args[0].input ?? {}
	expect([StartTime?.getTime(), EndTime?.getTime(), ScanBy]).toEqual([NOW - 300_000, NOW, 'TimestampDescending'])
	expect(MetricDataQueries.map(({ MetricStat }) => [MetricStat?.Metric, MetricStat?.Stat])).toEqual([
		[
			{
				Namespace: 'AWS/Kinesis',
				MetricName: 'GetRecords.IteratorAgeMilliseconds',
				Dimensions: [{ Name: 'StreamName', Value: 'telemetry' }],
			},
			'Maximum',
		],
		[
			{
				Namespace: 'AWS/Lambda',
				MetricName: 'IteratorAge',
				Dimensions: [{ Name: 'FunctionName', Value: 'stream-function' }],
			},
			'Maximum',
		],
	])
})
