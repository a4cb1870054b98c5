import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type TableName, tables } from '../../../functions/adapters/tables/tableKeys.ts'
import { startDynamo } from '../../../infra/local/dynamo/startDynamo.ts'
import type { TableResource } from '../../../infra/local/dynamo/tableDefinition.ts'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'

export type LocalTables = { client: DynamoDBClient; name: (table: TableName) => string; close: () => Promise<void> }

/** The four tables, empty and under names of their own, in the local engine or the one of `DYNAMODB_ENDPOINT`. */
export async function localTables(): Promise<LocalTables> {
	const dataDir = await mkdtemp(join(tmpdir(), 'tables-'))
	const suffix = randomUUID()
	const name = (table: TableName): string => `${table}-${suffix}`
	const endpoint = process.env.DYNAMODB_ENDPOINT
	const engine = await startDynamo({
		dataDir,
		...(endpoint ? { endpoint } : {}),
		region: 'us-east-1',
		tables: (Object.keys(tables) as TableName[]).map((table) => definition(table, name(table))),
		log: () => {},
	})
	const client = new DynamoDBClient({
		endpoint: engine.endpoint,
		region: 'us-east-1',
		credentials: localCredentials,
	})
	const close = async (): Promise<void> => {
		client.destroy()
		await engine.close()
		await rm(dataDir, { recursive: true, force: true })
	}
	return { client, name, close }
}

function definition(table: TableName, name: string): TableResource {
	const { partitionKey, sortKey, indexes } = tables[table]
	const keys = [{ partitionKey, sortKey }, ...Object.values(indexes)]
	const attributes = new Set(keys.flatMap((key) => [key.partitionKey, key.sortKey]))
	return {
		logicalId: table,
		type: 'AWS::DynamoDB::GlobalTable',
		name,
		properties: {
			AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
			BillingMode: 'PAY_PER_REQUEST',
			KeySchema: schema(partitionKey, sortKey),
			...(Object.keys(indexes).length === 0
				? {}
				: {
						GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, key]) => ({
							IndexName,
							KeySchema: schema(key.partitionKey, key.sortKey),
							Projection: { ProjectionType: 'ALL' },
						})),
					}),
		},
	}
}

const schema = (partitionKey: string, sortKey: string) => [
	{ AttributeName: partitionKey, KeyType: 'HASH' },
	{ AttributeName: sortKey, KeyType: 'RANGE' },
]
