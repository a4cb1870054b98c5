import { type DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'

const REVISION = marshall({ pk: 'meta', sk: 'revision' })

/**
 * The registry's revision: every Lambda looks at this small item to see whether what it knows is out of date.
 * @param isSure also a change of this moment counts, at twice the price
 */
export async function readRevision(client: DynamoDBClient, table: string, isSure: boolean): Promise<number> {
	const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: REVISION, ConsistentRead: isSure }))
	return Number(Item?.revision?.N ?? 0)
}

/** The last step of every change: who sees the new revision finds all of it. */
export async function raiseRevision(client: DynamoDBClient, table: string): Promise<void> {
	await client.send(
		new UpdateItemCommand({
			TableName: table,
			Key: REVISION,
			UpdateExpression: 'ADD revision :one',
			ExpressionAttributeValues: { ':one': { N: '1' } },
		}),
	)
}
