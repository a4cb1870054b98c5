import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'

/** Every item of a table, in no order. */
export async function scanTable(client: DynamoDBClient, table: string): Promise<Record<string, AttributeValue>[]> {
	const items: Record<string, AttributeValue>[] = []
	let start: Record<string, AttributeValue> | undefined
	do {
		const page = await client.send(
			new ScanCommand({ TableName: table, ...(start ? { ExclusiveStartKey: start } : {}) }),
		)
		items.push(...(page.Items ?? []))
		start = page.LastEvaluatedKey
	} while (start)
	return items
}
