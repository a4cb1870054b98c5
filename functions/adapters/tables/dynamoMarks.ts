import { randomInt } from 'node:crypto'
import {
	type AttributeValue,
	DeleteItemCommand,
	type DynamoDBClient,
	QueryCommand,
	UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from '../../../shared/contract/zod.ts'
import { unlessRefused } from './dynamoClient.ts'

const Item = z.object({ period: z.object({ S: z.string() }), seen: z.object({ N: z.string() }) })
const LARGEST = 2 ** 48 - 1

/**
 * Things to be done, one small item each, in a partition of the scores table of their own. Each time one is asked for it gets
 * another number, drawn at random: one that was cleared and asked for again is never taken for the one that was listed.
 */
export class DynamoMarks {
	readonly #client: DynamoDBClient
	readonly #table: string
	readonly #partition: string

	constructor(client: DynamoDBClient, table: string, partition: string) {
		this.#client = client
		this.#table = table
		this.#partition = partition
	}

	async add(key: string): Promise<void> {
		await this.#client.send(
			new UpdateItemCommand({
				TableName: this.#table,
				Key: this.#key(key),
				UpdateExpression: 'SET seen = :seen',
				ExpressionAttributeValues: { ':seen': { N: String(randomInt(LARGEST)) } },
			}),
		)
	}

	/** The least keys first. */
	async list(limit: number): Promise<{ key: string; seen: number }[]> {
		const marks: { key: string; seen: number }[] = []
		let startKey: Record<string, AttributeValue> | undefined
		do {
			const { Items, LastEvaluatedKey } = await this.#client.send(
				new QueryCommand({
					TableName: this.#table,
					ConsistentRead: true,
					KeyConditionExpression: 'courtyard = :partition',
					ExpressionAttributeValues: { ':partition': { S: this.#partition } },
					Limit: limit - marks.length,
					...(startKey ? { ExclusiveStartKey: startKey } : {}),
				}),
			)
			for (const item of Items ?? []) {
				const { period, seen } = Item.parse(item)
				marks.push({ key: period.S, seen: Number(seen.N) })
			}
			startKey = LastEvaluatedKey
		} while (startKey && marks.length < limit)
		return marks
	}

	async clear(key: string, seen: number): Promise<void> {
		await unlessRefused(
			this.#client.send(
				new DeleteItemCommand({
					TableName: this.#table,
					Key: this.#key(key),
					ConditionExpression: 'seen = :seen',
					ExpressionAttributeValues: { ':seen': { N: String(seen) } },
				}),
			),
		)
	}

	#key(key: string) {
		return { courtyard: { S: this.#partition }, period: { S: key } }
	}
}
