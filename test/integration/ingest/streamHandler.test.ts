import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Context, KinesisStreamEvent } from 'aws-lambda'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DynamoRegistry } from '../../../functions/adapters/tables/dynamoRegistry.ts'
import { DynamoTelemetryReader } from '../../../functions/adapters/tables/dynamoTelemetryReader.ts'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'
import { hourOf } from '../../../shared/domain/telemetry/hour.ts'
import { fleet } from '../../bench/ingest/fleet.ts'
import { type LocalTables, localTables } from '../stores/localTables.ts'

const QUEUE = 'https://sqs.us-east-1.amazonaws.com/123456789012/telemetry'
const sqs = mockClient(SQSClient)
const now = Date.now()
const [first, second] = fleet().devices

let tables: LocalTables
let handler: typeof import('../../../functions/ingest/streamHandler.ts').handler
beforeAll(async () => {
	tables = await localTables()
	await new DynamoRegistry(tables.client, tables.name('registry'), Date.now).put(fleet())
	const endpoint = await tables.client.config.endpoint?.()
	const address = `${endpoint?.protocol}//${endpoint?.hostname}:${endpoint?.port}`
	for (const [name, value] of Object.entries({
		REGISTRY_TABLE: tables.name('registry'),
		TELEMETRY_TABLE: tables.name('telemetry'),
		TASKS_TABLE: tables.name('tasks'),
		SCORES_TABLE: tables.name('scores'),
		TELEMETRY_QUEUE_URL: QUEUE,
		IOT_DATA_ENDPOINT: '127.0.0.1',
		ACCEPTED_AGE_DAYS: '7',
		RETENTION_DAYS: '400',
		PRIVACY_KEY: 'a key of sixteen letters',
		AWS_LAMBDA_FUNCTION_NAME: 'stream',
		AWS_REGION: 'us-east-1',
		AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
		AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
		AWS_ENDPOINT_URL_DYNAMODB: address,
	}))
		vi.stubEnv(name, value)
	handler = (await import('../../../functions/ingest/streamHandler.ts')).handler
	vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})
beforeEach(() => sqs.reset())
afterAll(async () => {
	vi.restoreAllMocks()
	vi.unstubAllEnvs()
	await tables.close()
})

const record = (number: number, body: string): KinesisStreamEvent['Records'][number] => ({
	kinesis: {
		kinesisSchemaVersion: '1.0',
		partitionKey: 'thing',
		sequenceNumber: String(number),
		data: Buffer.from(body).toString('base64'),
		approximateArrivalTimestamp: now / 1000,
	},
	eventSource: 'aws:kinesis',
	eventVersion: '1.0',
	eventID: `shardId-000000000000:${number}`,
	eventName: 'aws:kinesis:record',
	invokeIdentityArn: 'arn:aws:iam::123456789012:role/stream',
	awsRegion: 'us-east-1',
	eventSourceARN: 'arn:aws:kinesis:us-east-1:123456789012:stream/telemetry',
})

const bodyOf = (thing: string, values: object): string => {
	const payload = Buffer.from(JSON.stringify({ at: now - 1000, ...values })).toString('base64')
	return JSON.stringify({ payload, topic: `dt/sanitation/${thing}/json`, clientId: thing, receivedAt: now })
}

const invoke = (...Records: KinesisStreamEvent['Records']) =>
	handler({ Records }, { awsRequestId: 'request', getRemainingTimeInMillis: () => 30_000 } as Context)

describe('the handler of the stream, on the tables of the local engine', () => {
	test('stores what comes, keeps what nobody can read, and has nothing to try again', async () => {
		const answer = await invoke(record(1, bodyOf(first?.id ?? '', { ammonia: 0.2 })), record(2, 'no message'))
		expect(answer).toEqual({ batchItemFailures: [] })
		expect(sqs.commandCalls(SendMessageCommand)).toEqual([])
		const reader = new DynamoTelemetryReader(tables.client, tables.name('telemetry'), Date.now)
		expect((await reader.newest(first?.id ?? '', hourOf(now)))?.readings).toHaveLength(1)
	})

	test('sends what the table refuses to the queue; where that fails too, tells Lambda the first of them', async () => {
		// An item of this device's hour that no store wrote: the update is refused each time.
		const Item = { device: { S: second?.id ?? '' }, hour: { S: hourOf(now - 1000) }, readings: { S: 'no set' } }
		await tables.client.send(new PutItemCommand({ TableName: tables.name('telemetry'), Item }))
		const failing = bodyOf(second?.id ?? '', { ammonia: 0.3 })
		const batch = [record(9, bodyOf(first?.id ?? '', { ammonia: 0.2 })), record(10, failing), record(11, failing)]
		expect(await invoke(...batch)).toEqual({ batchItemFailures: [] })
		expect(sqs.commandCalls(SendMessageCommand).map(({ args }) => args[0].input)).toEqual(
			Array(2).fill({ QueueUrl: QUEUE, MessageBody: failing }),
		)
		sqs.reset()
		sqs.on(SendMessageCommand).rejects(new Error('SQS cannot be reached'))
		expect(await invoke(...batch)).toEqual({ batchItemFailures: [{ itemIdentifier: '10' }] })
	})
})
