// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a substitution template of AWS IoT
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from '../../shared/contract/zod.ts'
import { everyStage } from './everyStage.ts'
import type { Synthesized } from './synthesized.ts'

let counties: (readonly [string, Synthesized])[]
let others: (readonly [string, Synthesized])[]
beforeAll(() => {
	const stages = everyStage()
	counties = stages.filter(([stage]) => stage.startsWith('county'))
	others = stages.filter(([stage]) => !stage.startsWith('county'))
}, 120_000)

const inBothPartitions = (what: string, check: (stack: Synthesized) => void): void =>
	it(what, () => {
		expect(counties.map(([stage]) => stage)).toEqual(['county', 'countyInChina'])
		for (const [stage, stack] of counties)
			try {
				check(stack)
			} catch (failure) {
				throw new Error(`stage ${stage}`, { cause: failure })
			}
	})

const arn = (stack: Synthesized, prefix: string) => ({ 'Fn::GetAtt': [stack.the(prefix).id, 'Arn'] })
const list = z.pipe(
	z.unknown(),
	z.transform((value): unknown[] => [value ?? []].flat()),
)
const Document = z.object({ Statement: z.array(z.looseObject({ Action: list, Resource: list })) })
const grants = (stack: Synthesized, role: string) =>
	Document.parse(stack.the(`${role}DefaultPolicy`).Properties.PolicyDocument).Statement

describe('readings of a county', () => {
	inBothPartitions(
		'go to the stream, keyed by the thing that published, and to the queue of errors if they cannot',
		(stack) => {
			expect(stack.the('DevicesTelemetryRule').Properties.TopicRulePayload).toMatchObject({
				Sql: expect.stringContaining("FROM 'dt/sanitation/+/+'"),
				Actions: [
					{
						Kinesis: {
							StreamName: { Ref: stack.the('TelemetryStream').id },
							PartitionKey: '${topic(3)}',
							RoleArn: arn(stack, 'DevicesRuleRole'),
						},
					},
				],
				ErrorAction: { Sqs: { QueueUrl: { Ref: stack.the('DevicesRuleErrors').id } } },
			})
			expect(grants(stack, 'DevicesRuleRole').map(({ Action, Resource }) => [Action, Resource])).toEqual([
				[['sqs:SendMessage'], [arn(stack, 'DevicesRuleErrors')]],
				[['kinesis:PutRecord'], [arn(stack, 'TelemetryStream')]],
			])
		},
	)

	inBothPartitions('wait encrypted, as long as on a queue, in as many shards as the stage says', (stack) => {
		expect(stack.the('TelemetryStream').Properties).toMatchObject({
			StreamEncryption: { EncryptionType: 'KMS', KeyId: 'alias/aws/kinesis' },
			RetentionPeriodHours: 96,
			ShardCount: 2,
			StreamModeDetails: { StreamMode: 'PROVISIONED' },
		})
		expect(stack.the('TelemetryQueue').Properties.MessageRetentionPeriod).toBe(96 * 3600)
	})

	inBothPartitions('are taken from it in batches, of which one record can neither hold up nor be lost', (stack) => {
		const mapping = stack
			.ofType('AWS::Lambda::EventSourceMapping')
			.find(({ Properties }) => JSON.stringify(Properties.EventSourceArn).includes('TelemetryStream'))
		expect(mapping?.Properties).toEqual({
			EventSourceArn: arn(stack, 'TelemetryStream'),
			FunctionName: { Ref: stack.the('IngestStreamServiceFunction').id },
			StartingPosition: 'TRIM_HORIZON',
			BatchSize: 1000,
			MaximumBatchingWindowInSeconds: 1,
			ParallelizationFactor: 4,
			FunctionResponseTypes: ['ReportBatchItemFailures'],
			BisectBatchOnFunctionError: true,
			MaximumRetryAttempts: 20,
			DestinationConfig: { OnFailure: { Destination: arn(stack, 'TelemetryStreamUndoneBatches') } },
			Tags: expect.anything(),
		})
	})

	inBothPartitions('that failed alone, and replays, still come by the queue to the same work', (stack) => {
		const [byQueue, byStream] = ['Ingest', 'IngestStream'].map((name) => {
			const { Environment, MemorySize, Timeout } = z
				.looseObject({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }) })
				.parse(stack.the(`${name}ServiceFunction`).Properties)
			return { variables: Environment.Variables, MemorySize, Timeout }
		})
		const { TELEMETRY_QUEUE_URL, ...variables } = byStream?.variables ?? {}
		expect({ ...byStream, variables }).toEqual(byQueue)
		expect(TELEMETRY_QUEUE_URL).toEqual({ Ref: stack.the('TelemetryQueue').id })
	})
})

const reading = [
	'DescribeStream',
	'DescribeStreamConsumer',
	'DescribeStreamSummary',
	'GetRecords',
	'GetShardIterator',
	'ListShards',
	'ListStreams',
	'SubscribeToShard',
].map((action) => `kinesis:${action}`)

describe('a right', () => {
	inBothPartitions(
		'of the stream’s function is what the queue’s has, to read this stream and to send to this queue',
		(stack) => {
			const of = (name: string, other: RegExp) =>
				grants(stack, `${name}ServiceRole`)
					.filter(({ Action }) => !Action.some((action) => other.test(String(action))))
					.map(({ Action, Resource }) => JSON.stringify([Action, Resource]))
					.filter((grant) => !grant.includes('logs:'))
					.sort()
			expect(of('IngestStream', /^(kinesis|sqs):/)).toEqual(of('Ingest', /^sqs:/))
			const own = grants(stack, 'IngestStreamServiceRole').filter(({ Action }) =>
				Action.some((action) => /^(kinesis|sqs):/.test(String(action))),
			)
			const actions = (prefix: string) =>
				own
					.filter(({ Resource }) => JSON.stringify(Resource).includes(stack.the(prefix).id))
					.flatMap(({ Action }) => Action)
					.sort()
			// As the CDK grants reading a stream, all of it on this one.
			expect(actions('TelemetryStream')).toEqual(reading)
			expect(actions('TelemetryQueue')).toEqual(['sqs:SendMessage'])
			expect(actions('TelemetryStreamUndoneBatches')).toContain('sqs:SendMessage')
			expect(own.flatMap(({ Resource }) => Resource)).not.toContain('*')
		},
	)

	inBothPartitions('to write to the stream has the rule alone', (stack) => {
		const writing = stack
			.ofType('AWS::IAM::Policy')
			.filter(({ Properties }) => /"kinesis:(PutRecords?|\*)"/.test(JSON.stringify(Properties)))
		expect(writing.map(({ id }) => id)).toEqual([expect.stringMatching(/^DevicesRuleRole/)])
	})
})

describe('the sweep', () => {
	inBothPartitions('of a county asks how old readings in the stream are before it calls a device silent', (stack) => {
		expect(stack.the('SweepServiceFunction').Properties.Environment).toMatchObject({
			Variables: {
				TELEMETRY_STREAM: { Ref: stack.the('TelemetryStream').id },
				STREAM_FUNCTION: { Ref: stack.the('IngestStreamServiceFunction').id },
				TELEMETRY_QUEUE_URL: { Ref: stack.the('TelemetryQueue').id },
			},
		})
		expect(grants(stack, 'SweepServiceRole').flatMap(({ Action }) => Action)).toContain('cloudwatch:GetMetricData')
	})
})

describe('somebody is woken', () => {
	const alarm = (stack: Synthesized, runbook: string) =>
		stack
			.ofType('AWS::CloudWatch::Alarm')
			.find(({ Properties }) => String(Properties.AlarmName).endsWith(`-${runbook}`))?.Properties

	inBothPartitions('when readings are five minutes old in the stream, or nobody fetches them', (stack) => {
		expect(alarm(stack, 'stream-waits')).toMatchObject({
			Namespace: 'AWS/Kinesis',
			MetricName: 'GetRecords.IteratorAgeMilliseconds',
			Dimensions: [{ Name: 'StreamName', Value: { Ref: stack.the('TelemetryStream').id } }],
			Threshold: 300_000,
			TreatMissingData: 'breaching',
		})
	})

	inBothPartitions('when a shard is held up, and when a batch was given up', (stack) => {
		expect(alarm(stack, 'stream-held-up')).toMatchObject({
			Namespace: 'AWS/Lambda',
			MetricName: 'IteratorAge',
			Dimensions: [{ Name: 'FunctionName', Value: { Ref: stack.the('IngestStreamServiceFunction').id } }],
			Threshold: 300_000,
			TreatMissingData: 'notBreaching',
		})
		expect(alarm(stack, 'batches-undone')).toMatchObject({
			MetricName: 'ApproximateNumberOfMessagesVisible',
			Dimensions: [
				{ Name: 'QueueName', Value: { 'Fn::GetAtt': [stack.the('TelemetryStreamUndoneBatches').id, 'QueueName'] } },
			],
			Threshold: 1,
		})
	})
})

describe('the template', () => {
	it('of a county in China names no ARN of the global partition', () => {
		expect(counties.find(([stage]) => stage === 'countyInChina')?.[1].text).not.toContain('arn:aws:')
	})

	inBothPartitions('says where the stream is, and what was given up', (stack) => {
		expect(Object.keys(stack.outputs)).toEqual(expect.arrayContaining(['TelemetryStreamName', 'UndoneBatchesQueueUrl']))
	})

	it('of every other stage knows no stream', () => {
		for (const [stage, { text }] of others) expect([stage, /kinesis/i.test(text)]).toEqual([stage, false])
	})
})
