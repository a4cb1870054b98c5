import { expect, test } from 'vitest'
import { EmfMeter } from '../../../functions/adapters/lambda/emfMeter.ts'
import { type ServiceFigures, serviceFigures } from '../../../shared/contract/service/serviceFigures.ts'
import { FaultCode } from '../../../shared/contract/telemetry/reading.ts'
import * as z from '../../../shared/contract/zod.ts'
import { sampleSeconds } from '../../../shared/domain/service/sample.ts'

/** The specification, as far as a line of ours uses it, with CloudWatch's limits. */
const Line = z.looseObject({
	_aws: z.strictObject({
		Timestamp: z.int(),
		CloudWatchMetrics: z.tuple([
			z.strictObject({
				Namespace: z.string().check(z.regex(/^[^:]{1,255}$/)),
				Dimensions: z.array(z.array(z.string()).check(z.maxLength(30))),
				Metrics: z
					.array(
						z.strictObject({
							Name: z.string().check(z.minLength(1), z.maxLength(255)),
							Unit: z.optional(z.literal('Seconds')),
						}),
					)
					.check(z.maxLength(100)),
			}),
		]),
	}),
})

const linesOf = (...runs: ServiceFigures[]) => {
	const lines: string[] = []
	const meter = new EmfMeter(
		'GreenCourtyard-Ingest-1',
		() => 1_764_000_000_000,
		(line) => lines.push(JSON.stringify(line)),
	)
	for (const run of runs) meter.record(run)
	return lines
}
const parsed = (run: ServiceFigures) => {
	const [line = '{}'] = linesOf(run)
	const values = Line.parse(JSON.parse(line))
	return { line, values, metrics: values._aws.CloudWatchMetrics[0].Metrics.map(({ Name }) => Name) }
}

test('a run is one line, which CloudWatch takes for metrics of the function', () => {
	const run = { messages: 3, readings: 7, readingToStored: [0.4, 61.2], queueAge: 1.5 }
	expect(linesOf(run)).toHaveLength(1)
	expect(parsed(run).values).toEqual({
		_aws: {
			Timestamp: 1_764_000_000_000,
			CloudWatchMetrics: [
				{
					Namespace: 'GreenCourtyard',
					Dimensions: [['FunctionName']],
					Metrics: [
						{ Name: 'messages' },
						{ Name: 'readings' },
						{ Name: 'readingToStored', Unit: 'Seconds' },
						{ Name: 'queueAge', Unit: 'Seconds' },
					],
				},
			],
		},
		FunctionName: 'GreenCourtyard-Ingest-1',
		...run,
	})
})

test('every metric that is named has its value beside it, and the other way round', () => {
	const every = Object.fromEntries(
		Object.entries(serviceFigures).map(([name, { kind }]) => [name, kind === 'delay' ? [1] : 2]),
	)
	const faults = Object.fromEntries(FaultCode.options.map((reason) => [reason, 1]))
	const { values, metrics } = parsed({ ...every, faults })
	const { _aws, FunctionName, ...beside } = values
	expect(Object.keys(beside).sort()).toEqual([...metrics].sort())
	expect(metrics).toHaveLength(Object.keys(serviceFigures).length + FaultCode.options.length)
})

test('counts of nothing are not paid for; a level of nothing is told, or it would seem to go on', () => {
	expect(parsed({ messages: 1, readings: 0, alertsSent: 0, readingToAlert: [], silentDevices: 0 }).metrics).toEqual([
		'messages',
		'silentDevices',
	])
	expect(linesOf({}, { readings: 0, faults: { 'not-json': 0 } })).toEqual([])
})

test('what was refused is counted by reason, each a metric of its own', () => {
	const { values } = parsed({ quarantined: 2, faults: { unregistered: 1, implausible: 4 } })
	expect(values).toMatchObject({ quarantined: 2, 'quarantined.unregistered': 1, 'quarantined.implausible': 4 })
})

test('a batch of 1,000 messages fits into 4 KB of log, an ordinary one into half a KB', () => {
	const many = Array.from({ length: 1000 }, (_, i) => 123_456 + i * 777)
	const delays = { readingToStored: sampleSeconds(many), receivedToStored: sampleSeconds(many) }
	expect(parsed({ messages: 1000, readings: 1000, queueAge: 12.3, ...delays }).line.length).toBeLessThan(4096)
	const ordinary = { readingToStored: [1.234], receivedToStored: [1.034] }
	expect(parsed({ messages: 1, readings: 1, queueAge: 1.012, ...ordinary }).line.length).toBeLessThan(512)
})

test('of more than 100 delays 100 stand for all, the least and the greatest among them', () => {
	const many = Array.from({ length: 1001 }, (_, i) => (1000 - i) * 1000)
	const sample = sampleSeconds(many)
	expect(sample).toHaveLength(100)
	expect([sample[0], sample[50], sample.at(-1)]).toEqual([0, 505, 1000])
})

test('a device whose clock is ahead does not make anything arrive before it was measured', () => {
	expect(sampleSeconds([-5000, 1234.5])).toEqual([0, 1.235])
})
