import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from '../../../shared/contract/zod.ts'
import type { VisitCounts } from '../../../shared/ports/visitCounts.ts'
import { queryAll } from './dynamoQuery.ts'

const Item = z.object({
	hour: z.object({ S: z.string() }),
	counted: z.object({ SS: z.array(z.string()) }),
})

/** Visits by day, beside the telemetry: a set that only grows, so that a repeated message changes nothing. */
export class DynamoVisitCounts implements VisitCounts {
	readonly #client: DynamoDBClient
	readonly #table: string
	readonly #retentionMs: number

	constructor(client: DynamoDBClient, table: string, retentionMs: number) {
		this.#client = client
		this.#table = table
		this.#retentionMs = retentionMs
	}

	async add(device: string, day: string, members: readonly string[]): Promise<void> {
		const expires = Math.ceil((Date.parse(`${day}T16:00:00Z`) + this.#retentionMs) / 1000)
		await this.#client.send(
			new UpdateItemCommand({
				TableName: this.#table,
				Key: { device: { S: partitionOf(device) }, hour: { S: day } },
				UpdateExpression: 'ADD counted :members SET expires = :expires',
				ExpressionAttributeValues: { ':members': { SS: [...members] }, ':expires': { N: String(expires) } },
			}),
		)
	}

	async days(device: string, from: string, to: string): Promise<{ day: string; visits: number }[]> {
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			KeyConditionExpression: 'device = :device AND #hour BETWEEN :from AND :to',
			ExpressionAttributeNames: { '#hour': 'hour' },
			ExpressionAttributeValues: {
				':device': { S: partitionOf(device) },
				':from': { S: from },
				':to': { S: to },
			},
		})
		return items.map((item) => {
			const { hour, counted } = Item.parse(item)
			return { day: hour.S, visits: counted.SS.reduce((sum, member) => sum + Number(member.split(' ')[1]), 0) }
		})
	}
}

/** No device has such an id: it never begins with "#". */
const partitionOf = (device: string): string => `#visits.${device}`
