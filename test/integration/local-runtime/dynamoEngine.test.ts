import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
	BatchGetItemCommand,
	ConditionalCheckFailedException,
	type DynamoDBClient,
	GetItemCommand,
	PutItemCommand,
	QueryCommand,
	UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDynamo } from '../../../infra/local/dynamo/startDynamo.ts'
import type { Engine } from '../../../infra/local/dynamo/startEngine.ts'
import { clientOf, region, tasksTable } from './dynamoFixture.ts'

/** What the stores rely on, of whatever engine DYNAMODB_ENDPOINT names. */
const table = tasksTable()
const TableName = table.name
const dataDir = mkdtempSync(join(tmpdir(), 'green-courtyard-'))
let engine: Engine
let client: DynamoDBClient

beforeAll(async () => {
	const endpoint = process.env.DYNAMODB_ENDPOINT
	engine = await startDynamo({ dataDir, region, tables: [table], log: console.log, ...(endpoint && { endpoint }) })
	client = clientOf(engine.endpoint)
})
afterAll(async () => {
	client.destroy()
	await engine.close()
	rmSync(dataDir, { recursive: true, force: true })
})

const key = (task: string, part = 'head') => ({ task: { S: task }, part: { S: part } })

test('an update makes the item, if_not_exists keeps the first value, ALL_NEW returns the whole item', async () => {
	const set = (name: string, value: string) =>
		client.send(
			new UpdateItemCommand({
				TableName,
				Key: key('hour'),
				UpdateExpression: 'SET #i = if_not_exists(#i, :v)',
				ExpressionAttributeNames: { '#i': name },
				ExpressionAttributeValues: { ':v': { S: value } },
				ReturnValues: 'ALL_NEW',
				ReturnConsumedCapacity: 'TOTAL',
			}),
		)
	await set('1764000000', 'first')
	await set('1764000000', 'again')
	const { Attributes, ConsumedCapacity } = await set('1764000300', 'other')
	expect(Attributes).toEqual({ ...key('hour'), '1764000000': { S: 'first' }, '1764000300': { S: 'other' } })
	expect(ConsumedCapacity).toMatchObject({ TableName, CapacityUnits: 1 })
})

test('of fifty concurrent updates of one item none is lost', async () => {
	await Promise.all(
		Array.from({ length: 50 }, (_, instant) =>
			client.send(
				new UpdateItemCommand({
					TableName,
					Key: key('busy'),
					UpdateExpression: 'SET #i = if_not_exists(#i, :v)',
					ExpressionAttributeNames: { '#i': `i${instant}` },
					ExpressionAttributeValues: { ':v': { N: String(instant) } },
				}),
			),
		),
	)
	const { Item } = await client.send(new GetItemCommand({ TableName, Key: key('busy'), ConsistentRead: true }))
	expect(Object.keys(Item ?? {})).toHaveLength(52)
})

test('of ten concurrent conditional puts exactly one succeeds', async () => {
	const put = () =>
		client.send(new PutItemCommand({ TableName, Item: key('once'), ConditionExpression: 'attribute_not_exists(task)' }))
	const results = await Promise.allSettled(Array.from({ length: 10 }, put))
	const refused = results.filter((result) => result.status === 'rejected')
	expect(refused).toHaveLength(9)
	for (const { reason } of refused) expect(reason).toBeInstanceOf(ConditionalCheckFailedException)
})

test('an item just under 400 KB is kept, one over is refused', async () => {
	const put = (bytes: number) =>
		client.send(new PutItemCommand({ TableName, Item: { ...key('large'), raw: { S: 'x'.repeat(bytes) } } }))
	await put(409_600 - 20)
	const { Item } = await client.send(new GetItemCommand({ TableName, Key: key('large'), ConsistentRead: true }))
	expect(Item?.raw?.S).toHaveLength(409_580)
	await expect(put(409_600)).rejects.toThrow(/size has exceeded/i)
})

test('a sparse index is queried by range, in order, and forgets an item that loses its key', async () => {
	for (const hour of ['03', '01', '02'])
		await client.send(
			new PutItemCommand({
				TableName,
				Item: { ...key(`due-${hour}`), dueKind: { S: 'sla' }, dueAt: { S: `2026-01-01T${hour}` } },
			}),
		)
	const due = async () => {
		const { Items } = await client.send(
			new QueryCommand({
				TableName,
				IndexName: 'byDue',
				KeyConditionExpression: 'dueKind = :kind AND dueAt <= :now',
				ExpressionAttributeValues: { ':kind': { S: 'sla' }, ':now': { S: '2026-01-01T02' } },
			}),
		)
		return Items?.map(({ task }) => task?.S)
	}
	expect(await due()).toEqual(['due-01', 'due-02'])
	await client.send(new UpdateItemCommand({ TableName, Key: key('due-01'), UpdateExpression: 'REMOVE dueKind, dueAt' }))
	expect(await due()).toEqual(['due-02'])
})

test('a query pages by its limit, newest first when asked', async () => {
	for (const part of ['1', '2', '3']) await client.send(new PutItemCommand({ TableName, Item: key('events', part) }))
	const query = {
		TableName,
		KeyConditionExpression: 'task = :t',
		ExpressionAttributeValues: { ':t': { S: 'events' } },
		ScanIndexForward: false,
		Limit: 2,
	}
	const first = await client.send(new QueryCommand(query))
	expect(first.Items).toEqual([key('events', '3'), key('events', '2')])
	const second = await client.send(new QueryCommand({ ...query, ExclusiveStartKey: first.LastEvaluatedKey }))
	expect(second.Items).toEqual([key('events', '1')])
})

test('a batch get returns those that exist', async () => {
	await client.send(new PutItemCommand({ TableName, Item: key('batch', 'a') }))
	const { Responses } = await client.send(
		new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [key('batch', 'a'), key('batch', 'b')] } } }),
	)
	expect(Responses?.[TableName]).toEqual([key('batch', 'a')])
})
