import { CreateTableCommand, DynamoDBClient, ScanCommand, waitUntilTableExists } from '@aws-sdk/client-dynamodb'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'

/** The table of the flow, in the engine that the edition uses, and how many readings are in it. */
export async function flowTable(
	endpoint: string,
	name: string,
): Promise<{ readings(): Promise<number>; close(): void }> {
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
		readings: async () => {
			let count = 0
			let start: Record<string, { S: string }> | undefined
			do {
				const page = await client.send(
					new ScanCommand({
						...{ TableName: name, FilterExpression: 'attribute_exists(#values)', Select: 'COUNT' },
						ExpressionAttributeNames: { '#values': 'values' },
						...(start ? { ExclusiveStartKey: start } : {}),
					}),
				)
				count += page.Count ?? 0
				start = page.LastEvaluatedKey as typeof start
			} while (start)
			return count
		},
		close: () => client.destroy(),
	}
}
