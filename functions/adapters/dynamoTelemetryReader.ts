import { type AttributeValue, BatchGetItemCommand, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import type { TelemetryReader } from '../../shared/ports/telemetryReader.ts'
import type { DeviceHour } from '../../shared/ports/telemetryStore.ts'
import { toDeviceHour } from './deviceHourItem.ts'
import { queryAll } from './dynamoQuery.ts'

/** The most keys one BatchGetItem takes. */
const BATCH = 100

/** Device-hours for looking at, eventually consistent: half the price. */
export class DynamoTelemetryReader implements TelemetryReader {
	readonly #client: DynamoDBClient
	readonly #table: string
	readonly #now: () => number

	constructor(client: DynamoDBClient, table: string, now: () => number) {
		this.#client = client
		this.#table = table
		this.#now = now
	}

	async pick(keys: readonly { device: string; hour: string }[]): Promise<DeviceHour[]> {
		const batches: (readonly { device: string; hour: string }[])[] = []
		for (let i = 0; i < keys.length; i += BATCH) batches.push(keys.slice(i, i + BATCH))
		const found = await Promise.all(batches.map((batch) => this.#pick(batch)))
		return found.flat()
	}

	async range(device: string, from: string, to: string): Promise<DeviceHour[]> {
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			KeyConditionExpression: 'device = :device AND #hour BETWEEN :from AND :to',
			ExpressionAttributeNames: { '#hour': 'hour' },
			ExpressionAttributeValues: { ':device': { S: device }, ':from': { S: from }, ':to': { S: to } },
		})
		return this.#kept(items)
	}

	async newest(device: string, upTo: string): Promise<DeviceHour | undefined> {
		const { Items } = await this.#client.send(
			new QueryCommand({
				TableName: this.#table,
				KeyConditionExpression: 'device = :device AND #hour <= :upTo',
				ExpressionAttributeNames: { '#hour': 'hour' },
				ExpressionAttributeValues: { ':device': { S: device }, ':upTo': { S: upTo } },
				ScanIndexForward: false,
				Limit: 1,
			}),
		)
		return this.#kept(Items ?? [])[0]
	}

	async #pick(batch: readonly { device: string; hour: string }[]): Promise<DeviceHour[]> {
		const items: Record<string, AttributeValue>[] = []
		let left: Record<string, AttributeValue>[] = batch.map(({ device, hour }) => ({
			device: { S: device },
			hour: { S: hour },
		}))
		while (left.length > 0) {
			const { Responses, UnprocessedKeys } = await this.#client.send(
				new BatchGetItemCommand({ RequestItems: { [this.#table]: { Keys: left } } }),
			)
			items.push(...(Responses?.[this.#table] ?? []))
			left = UnprocessedKeys?.[this.#table]?.Keys ?? []
		}
		return this.#kept(items)
	}

	/** DynamoDB removes expired items within days, not at once. */
	#kept(items: readonly Record<string, AttributeValue>[]): DeviceHour[] {
		const now = this.#now() / 1000
		return items.filter(({ expires }) => Number(expires?.N ?? Number.POSITIVE_INFINITY) > now).map(toDeviceHour)
	}
}
