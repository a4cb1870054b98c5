import { beforeAll, describe, expect, it } from 'vitest'
import { tables } from '../../functions/adapters/tables/tableKeys.ts'
import * as z from '../../shared/contract/zod.ts'
import { type Synthesized, synthesized } from './synthesized.ts'

let stack: Synthesized
beforeAll(async () => {
	stack = (await synthesized()).global
})

const arn = (prefix: string) => ({ 'Fn::GetAtt': [stack.the(prefix).id, 'Arn'] })
const alarmsNaming = (id: string) =>
	stack
		.ofType('AWS::CloudWatch::Alarm')
		.filter(({ Properties }) => JSON.stringify(Properties.Dimensions ?? []).includes(id))

describe('a reading', () => {
	it('that fails five times goes to the dead-letter queue and stays there for 14 days', () => {
		expect(stack.the('TelemetryQueue').Properties).toMatchObject({
			RedrivePolicy: { deadLetterTargetArn: arn('TelemetryDeadLetterQueue'), maxReceiveCount: 5 },
			SqsManagedSseEnabled: true,
		})
		expect(stack.the('TelemetryDeadLetterQueue').Properties.MessageRetentionPeriod).toBe(14 * 86_400)
	})

	it('is hidden for six times the time-out of the function that works on it', () => {
		const timeout = Number(stack.the('IngestServiceFunction').Properties.Timeout)
		expect(stack.the('TelemetryQueue').Properties.VisibilityTimeout).toBe(6 * timeout)
	})

	it('fails alone, not with its batch', () => {
		expect(stack.ofType('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties)).toEqual([
			{
				EventSourceArn: arn('TelemetryQueue'),
				FunctionName: { Ref: stack.the('IngestServiceFunction').id },
				BatchSize: 10_000,
				MaximumBatchingWindowInSeconds: 1,
				FunctionResponseTypes: ['ReportBatchItemFailures'],
				Tags: expect.anything(),
			},
		])
	})
})

describe('somebody is woken', () => {
	it.each(['TelemetryDeadLetterQueue', 'DevicesRuleErrors'])('when a message waits on %s', (queue) => {
		const [alarm] = alarmsNaming(stack.the(queue).id)
		expect(alarm?.Properties).toMatchObject({
			MetricName: 'ApproximateNumberOfMessagesVisible',
			Threshold: 1,
			ComparisonOperator: 'GreaterThanOrEqualToThreshold',
		})
	})

	it.each(['Ingest', 'Sweep', 'Notify', 'Rollup', 'Api', 'ApiPages', 'Provisioning'])('when %s fails', (name) => {
		const metrics = alarmsNaming(stack.the(`${name}ServiceFunction`).id).map(({ Properties }) => Properties.MetricName)
		expect(metrics).toContain('Errors')
	})

	it('when runs by the clock keep failing, of which the reason is kept', () => {
		const [alarm] = alarmsNaming(stack.the('OperatorsFailedRuns').id)
		expect(alarm?.Properties).toMatchObject({ MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 5 })
		const destinations = stack.ofType('AWS::Lambda::EventInvokeConfig').map(({ Properties }) => Properties)
		expect(destinations).toHaveLength(3)
		for (const properties of destinations)
			expect(properties).toMatchObject({
				MaximumRetryAttempts: 0,
				DestinationConfig: { OnFailure: { Destination: arn('OperatorsFailedRuns') } },
			})
		for (const { Properties } of stack.ofType('AWS::Scheduler::Schedule'))
			expect(Properties.Target).toMatchObject({ DeadLetterConfig: { Arn: arn('OperatorsFailedRuns') } })
	})

	it.each(['Sweep', 'Notify', 'Rollup'])('when the schedule of %s does not run', (name) => {
		const alarm = alarmsNaming(stack.the(`${name}ServiceFunction`).id).find(
			({ Properties }) => Properties.MetricName === 'Invocations',
		)
		expect(alarm?.Properties).toMatchObject({ ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' })
	})

	it('by every alarm, and it says what is wrong', () => {
		for (const { id, Properties } of stack.ofType('AWS::CloudWatch::Alarm')) {
			expect([id, Properties.AlarmActions]).toEqual([id, [{ Ref: stack.the('OperatorsTopic').id }]])
			expect(String(Properties.AlarmDescription).length).toBeGreaterThan(30)
		}
	})
})

describe('a table', () => {
	it.each(Object.entries(tables))('%s has the keys and indexes of the key file', (name, spec) => {
		const table = stack.the(`Tables${name.charAt(0).toUpperCase()}${name.slice(1)}`)
		expect(table).toMatchObject({
			DeletionPolicy: 'Retain',
			Properties: {
				BillingMode: 'PAY_PER_REQUEST',
				KeySchema: [
					{ AttributeName: spec.partitionKey, KeyType: 'HASH' },
					{ AttributeName: spec.sortKey, KeyType: 'RANGE' },
				],
			},
		})
		const indexes = z
			._default(z.array(z.object({ IndexName: z.string() })), [])
			.parse(table.Properties.GlobalSecondaryIndexes)
		expect(indexes.map(({ IndexName }) => IndexName)).toEqual(Object.keys(spec.indexes))
	})

	it('of telemetry expires', () => {
		expect(stack.the('TablesTelemetry').Properties.TimeToLiveSpecification).toEqual({
			AttributeName: 'expires',
			Enabled: true,
		})
	})
})

describe('logs', () => {
	it('of every function go to a group of its own, so that none is made without retention', () => {
		const groups = stack
			.ofType('AWS::Lambda::Function')
			.map(({ Properties }) => JSON.stringify(Properties.LoggingConfig))
		expect(new Set(groups).size).toBe(groups.length)
		for (const group of groups) expect(group).toContain('LogGroup')
	})

	it.each(['Ingest', 'Sweep', 'Notify', 'Rollup', 'Api', 'ApiPages', 'Provisioning'])(
		'of %s are JSON without the lines of the platform',
		(name) => {
			expect(stack.the(`${name}ServiceFunction`).Properties).toMatchObject({
				Runtime: 'nodejs24.x',
				Architectures: ['arm64'],
				LoggingConfig: { LogFormat: 'JSON', SystemLogLevel: 'WARN', ApplicationLogLevel: 'INFO' },
			})
		},
	)
})
