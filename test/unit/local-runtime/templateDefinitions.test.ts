import { describe, expect, test } from 'vitest'
import { eventSourceFromTemplate } from '../../../infra/local/lambda/eventSourceDefinition.ts'
import { functionFromTemplate } from '../../../infra/local/lambda/functionDefinition.ts'
import { queueFromTemplate } from '../../../infra/local/queue/queueDefinition.ts'

const identity = { name: 'telemetry', arn: 'arn:aws:sqs:us-east-1:000000000000:telemetry' }

describe('a queue of the template', () => {
	test('has the defaults of CloudFormation where it says nothing', () => {
		expect(queueFromTemplate('Queue', undefined, identity)).toEqual({
			...identity,
			visibilityTimeout: 30,
			retentionSeconds: 345_600,
			delaySeconds: 0,
		})
	})

	test('names its dead-letter queue by the end of the ARN', () => {
		const RedrivePolicy = { deadLetterTargetArn: 'arn:aws-cn:sqs:cn-north-1:000000000000:dead', maxReceiveCount: 5 }
		const queue = queueFromTemplate('Queue', { RedrivePolicy, VisibilityTimeout: '180' }, identity)
		expect(queue).toMatchObject({
			visibilityTimeout: 180,
			redrive: { deadLetterQueueName: 'dead', maxReceiveCount: 5 },
		})
	})

	test.each([
		['FIFO', { FifoQueue: true }, /Queue: FifoQueue: .*not FIFO/],
		['a property that is not known here', { ContentBasedDeduplication: true }, /ContentBasedDeduplication/],
		['a reference that was not resolved', { VisibilityTimeout: { Ref: 'X' } }, /VisibilityTimeout/],
	])('%s stops the start, naming the resource', (_, properties, message) => {
		expect(() => queueFromTemplate('Queue', properties, identity)).toThrow(message)
	})
})

describe('a function of the template', () => {
	test('gives handler, environment, time and memory', () => {
		const properties = {
			Code: { S3Bucket: 'b', S3Key: 'k' },
			Handler: 'index.handler',
			Runtime: 'nodejs24.x',
			Role: 'arn',
			Timeout: 30,
			MemorySize: 512,
			Environment: { Variables: { TABLE: 'telemetry', LIMIT: 3 } },
		}
		expect(functionFromTemplate('Ingest', properties)).toEqual({
			handler: 'index.handler',
			environment: { TABLE: 'telemetry', LIMIT: '3' },
			timeoutSeconds: 30,
			memorySize: 512,
		})
	})

	test.each([
		['another runtime', { Handler: 'index.handler', Runtime: 'python3.13' }, /Ingest: Runtime/],
		['a layer', { Handler: 'index.handler', Runtime: 'nodejs24.x', Layers: ['arn'] }, /Layers/],
	])('%s stops the start, naming the resource', (_, properties, message) => {
		expect(() => functionFromTemplate('Ingest', properties)).toThrow(message)
	})
})

describe('an event source mapping of the template', () => {
	const properties = { EventSourceArn: identity.arn, FunctionName: 'ingest', BatchSize: 100 }

	test('gives batch, window and response types', () => {
		const more = { MaximumBatchingWindowInSeconds: 1, FunctionResponseTypes: ['ReportBatchItemFailures'] }
		expect(eventSourceFromTemplate('Mapping', { ...properties, ...more })).toEqual({
			queueArn: identity.arn,
			functionName: 'ingest',
			batchSize: 100,
			maximumBatchingWindowInSeconds: 1,
			functionResponseTypes: ['ReportBatchItemFailures'],
			enabled: true,
		})
	})

	test.each([
		['a batch over 10 without a window', properties, /Mapping: MaximumBatchingWindowInSeconds/],
		['a filter', { ...properties, BatchSize: 10, FilterCriteria: { Filters: [] } }, /FilterCriteria/],
		['a stream', { ...properties, EventSourceArn: 'arn:aws:kinesis:us-east-1:0:stream/s' }, /SQS queues only/],
	])('%s stops the start, naming the resource', (_, bad, message) => {
		expect(() => eventSourceFromTemplate('Mapping', bad)).toThrow(message)
	})
})
