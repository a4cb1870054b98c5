import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { TableResource } from '../../../infra/local/dynamo/tableDefinition.ts'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'

export const region = 'us-east-1'

/** A table as the CDK writes it, with an index, under a name of its own: the engine may be shared with other tests. */
export const tasksTable = (name = `Tasks-${randomUUID()}`): TableResource => ({
	logicalId: 'TasksTable',
	type: 'AWS::DynamoDB::GlobalTable',
	name,
	properties: {
		AttributeDefinitions: [
			{ AttributeName: 'task', AttributeType: 'S' },
			{ AttributeName: 'part', AttributeType: 'S' },
			{ AttributeName: 'dueKind', AttributeType: 'S' },
			{ AttributeName: 'dueAt', AttributeType: 'S' },
		],
		BillingMode: 'PAY_PER_REQUEST',
		GlobalSecondaryIndexes: [
			{
				IndexName: 'byDue',
				KeySchema: [
					{ AttributeName: 'dueKind', KeyType: 'HASH' },
					{ AttributeName: 'dueAt', KeyType: 'RANGE' },
				],
				Projection: { ProjectionType: 'ALL' },
			},
		],
		KeySchema: [
			{ AttributeName: 'task', KeyType: 'HASH' },
			{ AttributeName: 'part', KeyType: 'RANGE' },
		],
		Replicas: [{ DeletionProtectionEnabled: true, Region: { Ref: 'AWS::Region' } }],
		TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
	},
})

export const clientOf = (endpoint: string): DynamoDBClient =>
	new DynamoDBClient({ endpoint, region, credentials: localCredentials })
