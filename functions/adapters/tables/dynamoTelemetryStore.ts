import {
	type AttributeValue,
	type DynamoDBClient,
	QueryCommand,
	UpdateItemCommand,
	type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import type {
	DeviceHour,
	HourAddition,
	TelemetryHistory,
	TelemetryStore,
} from '../../../shared/ports/telemetryStore.ts'
import { toDeviceHour } from './deviceHourItem.ts'
import { unlessRefused } from './dynamoClient.ts'
import { queryAll } from './dynamoQuery.ts'

type Update = Omit<UpdateItemCommandInput, 'TableName' | 'Key' | 'ReturnValues'>

/** Device-hours in DynamoDB: one item each, the readings a native string set that only ever grows. */
export class DynamoTelemetryStore implements TelemetryStore, TelemetryHistory {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	add({ device, hour, readings, expires, lag, carryIfAbsent }: HourAddition): Promise<DeviceHour> {
		const carry = carryIfAbsent === undefined ? '' : ', carry = if_not_exists(carry, :carry)'
		const late = lag === undefined ? '' : ', lagMs = :lag'
		return this.#update(device, hour, {
			UpdateExpression: `ADD readings :readings SET expires = :expires${late}${carry}`,
			ExpressionAttributeValues: {
				':readings': { SS: [...readings] },
				':expires': { N: String(expires) },
				...(lag === undefined ? {} : { ':lag': { N: String(lag) } }),
				...(carryIfAbsent === undefined ? {} : { ':carry': { S: carryIfAbsent } }),
			},
		})
	}

	markAhead(device: string, hour: string, expires: number): Promise<DeviceHour> {
		return this.#update(device, hour, {
			UpdateExpression: 'SET ahead = :true, expires = :expires',
			ExpressionAttributeValues: { ':true': { BOOL: true }, ':expires': { N: String(expires) } },
		})
	}

	async previous(device: string, hour: string, consistency?: 'maybeOld'): Promise<DeviceHour | undefined> {
		const { Items } = await this.#client.send(
			new QueryCommand({
				TableName: this.#table,
				ConsistentRead: consistency === undefined,
				KeyConditionExpression: 'device = :device AND #hour < :hour',
				ExpressionAttributeNames: { '#hour': 'hour' },
				ExpressionAttributeValues: { ':device': { S: device }, ':hour': { S: hour } },
				ScanIndexForward: false,
				Limit: 1,
			}),
		)
		const item = Items?.[0]
		return item && toDeviceHour(item)
	}

	async between(device: string, from: string, to: string): Promise<DeviceHour[]> {
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			ConsistentRead: true,
			KeyConditionExpression: 'device = :device AND #hour BETWEEN :from AND :to',
			ExpressionAttributeNames: { '#hour': 'hour' },
			ExpressionAttributeValues: { ':device': { S: device }, ':from': { S: from }, ':to': { S: to } },
		})
		return items.map(toDeviceHour)
	}

	async *from(device: string, hour: string): AsyncIterable<DeviceHour> {
		let startKey: Record<string, AttributeValue> | undefined
		do {
			const page = await this.#client.send(
				new QueryCommand({
					TableName: this.#table,
					ConsistentRead: true,
					KeyConditionExpression: hour === '' ? 'device = :device' : 'device = :device AND #hour >= :hour',
					...(hour === '' ? {} : { ExpressionAttributeNames: { '#hour': 'hour' } }),
					ExpressionAttributeValues: { ':device': { S: device }, ...(hour === '' ? {} : { ':hour': { S: hour } }) },
					// Most looks ahead need no more than the hour itself and the one after; a long one pays by the page.
					Limit: startKey ? 48 : 4,
					...(startKey ? { ExclusiveStartKey: startKey } : {}),
				}),
			)
			for (const item of page.Items ?? []) yield toDeviceHour(item)
			startKey = page.LastEvaluatedKey
		} while (startKey)
	}

	setCarry(seen: DeviceHour, carry: string): Promise<DeviceHour | undefined> {
		const values: Record<string, AttributeValue> = { ':carry': { S: carry } }
		if (seen.carry === undefined) {
			return unlessRefused(
				this.#update(seen.device, seen.hour, {
					UpdateExpression: 'SET carry = :carry',
					ConditionExpression: 'attribute_not_exists(carry)',
					ExpressionAttributeValues: values,
				}),
			)
		}
		return unlessRefused(
			this.#update(seen.device, seen.hour, {
				UpdateExpression: 'SET carry = :carry ADD rev :one',
				ConditionExpression: 'carry = :seen',
				ExpressionAttributeValues: { ...values, ':seen': { S: seen.carry }, ':one': { N: '1' } },
			}),
		)
	}

	setAlarms(evaluated: DeviceHour, alarms: string, keys: readonly string[]): Promise<DeviceHour | undefined> {
		const { device, hour, readings, carry } = evaluated
		const touch = keys.length === 0 ? '' : ', touched :keys'
		return unlessRefused(
			this.#update(device, hour, {
				UpdateExpression: `SET alarms = :alarms ADD rev :one${touch}`,
				ConditionExpression: `size(readings) = :count AND ${carry === undefined ? 'attribute_not_exists(carry)' : 'carry = :carry'}`,
				ExpressionAttributeValues: {
					':alarms': { S: alarms },
					':one': { N: '1' },
					':count': { N: String(readings.length) },
					...(carry === undefined ? {} : { ':carry': { S: carry } }),
					...(keys.length === 0 ? {} : { ':keys': { SS: [...keys] } }),
				},
			}),
		)
	}

	async settle(device: string, hour: string, rev: number): Promise<void> {
		await unlessRefused(
			this.#update(device, hour, {
				UpdateExpression: 'SET settled = :rev',
				ConditionExpression: 'rev = :rev',
				ExpressionAttributeValues: { ':rev': { N: String(rev) } },
			}),
		)
	}

	async #update(device: string, hour: string, update: Update): Promise<DeviceHour> {
		const { Attributes } = await this.#client.send(
			new UpdateItemCommand({
				TableName: this.#table,
				Key: { device: { S: device }, hour: { S: hour } },
				ReturnValues: 'ALL_NEW',
				...update,
			}),
		)
		return toDeviceHour(Attributes ?? {})
	}
}
