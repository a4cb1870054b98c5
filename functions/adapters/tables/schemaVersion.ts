import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { unlessRefused } from './dynamoClient.ts'

const KEY = { pk: 'meta', sk: 'schema' }

/** The layout in which a deployment's tables are: one number for all of them (docs/adr/0015-one-layout-number.md). */
export class SchemaVersion {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, registryTable: string) {
		this.#client = client
		this.#table = registryTable
	}

	/** Strongly consistent; 0 before the first migration. */
	async read(): Promise<number> {
		const { Item } = await this.#client.send(
			new GetItemCommand({ TableName: this.#table, Key: marshall(KEY), ConsistentRead: true }),
		)
		return Number(Item?.version?.N ?? 0)
	}

	/** From the version before to this one, once. @param at milliseconds since 1970 */
	async raise(version: number, at: number): Promise<'raised' | 'raised by another'> {
		const raised = await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: marshall({ ...KEY, version, at }),
					ConditionExpression: version === 1 ? 'attribute_not_exists(pk)' : 'version = :before',
					...(version > 1 && { ExpressionAttributeValues: marshall({ ':before': version - 1 }) }),
				}),
			),
		)
		return raised === undefined ? 'raised by another' : 'raised'
	}
}
