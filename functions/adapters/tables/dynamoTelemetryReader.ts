import { type AttributeValue, BatchGetItemCommand, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { hourOf, hourStart } from '../../../shared/domain/telemetry/hour.ts'
import type { TelemetryReader } from '../../../shared/ports/telemetryReader.ts'
import type { DeviceHour } from '../../../shared/ports/telemetryStore.ts'
import { toDeviceHour } from './deviceHourItem.ts'
import { queryAll } from './dynamoQuery.ts'

/** The most keys one BatchGetItem takes. */
const BATCH = 100
const HOUR_MS = 3_600_000

/** Hours in one query of a long range: a page of 1 MB at the usual size, so each is about one round trip. */
const STRETCH = 40 * 24

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
		const parts = stretches(from, to).map(async ([first, last]) => {
			const items = await queryAll(this.#client, {
				TableName: this.#table,
				KeyConditionExpression: 'device = :device AND #hour BETWEEN :from AND :to',
				ExpressionAttributeNames: { '#hour': 'hour' },
				ExpressionAttributeValues: { ':device': { S: device }, ':from': { S: first }, ':to': { S: last } },
			})
			return this.#kept(items)
		})
		return (await Promise.all(parts)).flat()
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

/** A range of hours in parts that can be read at the same time: ten for 400 days. */
function stretches(from: string, to: string): [string, string][] {
	const parts: [string, string][] = []
	const end = hourStart(to)
	for (let start = hourStart(from); start <= end; start += STRETCH * HOUR_MS) {
		parts.push([hourOf(start), hourOf(Math.min(end, start + (STRETCH - 1) * HOUR_MS))])
	}
	return parts
}
