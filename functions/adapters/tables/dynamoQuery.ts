import {
	type AttributeValue,
	type DynamoDBClient,
	QueryCommand,
	type QueryCommandInput,
} from '@aws-sdk/client-dynamodb'

/** All items of a query, page by page. For queries that are bounded by what they ask for. */
export async function queryAll(
	client: DynamoDBClient,
	query: Omit<QueryCommandInput, 'ExclusiveStartKey'>,
): Promise<Record<string, AttributeValue>[]> {
	const items: Record<string, AttributeValue>[] = []
	let startKey: Record<string, AttributeValue> | undefined
	do {
		const page = await client.send(new QueryCommand({ ...query, ...(startKey ? { ExclusiveStartKey: startKey } : {}) }))
		items.push(...(page.Items ?? []))
		startKey = page.LastEvaluatedKey
	} while (startKey)
	return items
}
