import {
	type AttributeValue,
	DescribeTableCommand,
	type DynamoDBClient,
	PutItemCommand,
	ScanCommand,
} from '@aws-sdk/client-dynamodb'
import { unlessRefused } from '../../functions/adapters/tables/dynamoClient.ts'
import { inParallel } from '../../shared/work/inParallel.ts'

/** Writes under way at a time. */
const AT_ONCE = 16

type Keys = readonly string[]
export type Copied = { readonly seen: number; readonly written: number }

/** The two tables have other keys: one is not a copy of the other. */
export class OtherKeys extends Error {}

/**
 * Puts the items of one table into another, as they are. What is there under the same key stays, unless `overwrite`; what is only
 * there stays in any case. May be broken off and repeated.
 * @throws OtherKeys
 */
export async function copyTable(
	client: DynamoDBClient,
	{ from, to, overwrite }: { readonly from: string; readonly to: string; readonly overwrite: boolean },
	onSeen: (copied: Copied) => void,
): Promise<Copied> {
	const keys = await keysOf(client, from)
	const others = await keysOf(client, to)
	if (keys.join() !== others.join())
		throw new OtherKeys(`${from} has the keys ${keys.join(', ')}, ${to} has ${others.join(', ')}.`)
	let copied: Copied = { seen: 0, written: 0 }
	let start: Record<string, AttributeValue> | undefined
	do {
		const page = await client.send(
			new ScanCommand({ TableName: from, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }),
		)
		const written = await inParallel(page.Items ?? [], AT_ONCE, (item) => put(client, to, item, overwrite ? [] : keys))
		copied = { seen: copied.seen + written.length, written: copied.written + written.filter(Boolean).length }
		onSeen(copied)
		start = page.LastEvaluatedKey
	} while (start)
	return copied
}

/** About how many items there are; AWS counts every six hours. */
export async function itemCount(client: DynamoDBClient, table: string): Promise<number> {
	const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
	return Table?.ItemCount ?? 0
}

async function keysOf(client: DynamoDBClient, table: string): Promise<Keys> {
	const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
	return (Table?.KeySchema ?? []).map(({ AttributeName = '' }) => AttributeName)
}

async function put(
	client: DynamoDBClient,
	table: string,
	item: Record<string, AttributeValue>,
	unlessThere: Keys,
): Promise<boolean> {
	const [key] = unlessThere
	const condition = key !== undefined && {
		ConditionExpression: 'attribute_not_exists(#key)',
		ExpressionAttributeNames: { '#key': key },
	}
	const stored = await unlessRefused(client.send(new PutItemCommand({ TableName: table, Item: item, ...condition })))
	return stored !== undefined
}
