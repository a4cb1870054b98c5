import { type DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from '../../../shared/contract/zod.ts'
import type { Tally } from '../../../shared/ports/wall.ts'

const Item = z.object({ count: z.object({ N: z.string() }) })

/** Counters that expire, beside the telemetry. No device has such an id: it never begins with "#". */
export class DynamoTally implements Tally {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async add(name: string, expires: number): Promise<number> {
		const { Attributes } = await this.#client.send(
			new UpdateItemCommand({
				TableName: this.#table,
				Key: keyOf(name),
				UpdateExpression: 'ADD #count :one SET expires = :expires',
				ExpressionAttributeNames: { '#count': 'count' },
				ExpressionAttributeValues: { ':one': { N: '1' }, ':expires': { N: String(expires) } },
				ReturnValues: 'ALL_NEW',
			}),
		)
		return Number(Item.parse(Attributes).count.N)
	}

	async read(name: string): Promise<number> {
		const { Item: found } = await this.#client.send(
			new GetItemCommand({ TableName: this.#table, Key: keyOf(name), ConsistentRead: true }),
		)
		return found ? Number(Item.parse(found).count.N) : 0
	}
}

const keyOf = (name: string) => ({ device: { S: `#tally.${name}` }, hour: { S: 'tally' } })
