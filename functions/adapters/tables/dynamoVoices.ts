import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from '../../../shared/contract/zod.ts'
import type { Voices } from '../../../shared/ports/wall.ts'
import { queryAll } from './dynamoQuery.ts'

const Item = z.object({ said: z.object({ SS: z.array(z.string()) }) })

/** Who said "me too" of a task, one set a day beside the telemetry: the same voice twice changes nothing. */
export class DynamoVoices implements Voices {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async add(task: string, day: string, who: string, expires: number): Promise<void> {
		await this.#client.send(
			new UpdateItemCommand({
				TableName: this.#table,
				Key: { device: { S: partitionOf(task) }, hour: { S: day } },
				UpdateExpression: 'ADD said :who SET expires = :expires',
				ExpressionAttributeValues: { ':who': { SS: [who] }, ':expires': { N: String(expires) } },
			}),
		)
	}

	async count(task: string): Promise<number> {
		const days = await queryAll(this.#client, {
			TableName: this.#table,
			ConsistentRead: true,
			KeyConditionExpression: 'device = :task',
			ExpressionAttributeValues: { ':task': { S: partitionOf(task) } },
		})
		return days.reduce((sum, day) => sum + Item.parse(day).said.SS.length, 0)
	}
}

const partitionOf = (task: string): string => `#voices.${task}`
