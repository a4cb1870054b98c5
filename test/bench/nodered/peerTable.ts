import {
	type AttributeValue,
	CreateTableCommand,
	DynamoDBClient,
	ScanCommand,
	waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'
import { scanTable } from '../scanTable.ts'

/** A table by device and hour in the engine that the edition uses, with a client for it. */
export type PeerTable = {
	readonly name: string
	readonly client: DynamoDBClient
	/** How many readings are in it. */
	readings(): Promise<number>
	items(): Promise<Record<string, AttributeValue>[]>
	close(): void
}

export async function peerTable(endpoint: string, name: string): Promise<PeerTable> {
	const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: localCredentials })
	await client.send(
		new CreateTableCommand({
			TableName: name,
			BillingMode: 'PAY_PER_REQUEST',
			AttributeDefinitions: ['device', 'hour'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
			KeySchema: [
				{ AttributeName: 'device', KeyType: 'HASH' },
				{ AttributeName: 'hour', KeyType: 'RANGE' },
			],
		}),
	)
	await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName: name })
	return {
		...{ name, client },
		readings: async () => {
			let count = 0
			let start: Record<string, AttributeValue> | undefined
			do {
				const page = await client.send(
					new ScanCommand({
						...{ TableName: name, FilterExpression: 'attribute_exists(#values)', Select: 'COUNT' },
						ExpressionAttributeNames: { '#values': 'values' },
						...(start ? { ExclusiveStartKey: start } : {}),
					}),
				)
				count += page.Count ?? 0
				start = page.LastEvaluatedKey
			} while (start)
			return count
		},
		items: () => scanTable(client, name),
		close: () => client.destroy(),
	}
}
