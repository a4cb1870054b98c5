import {
	DeleteItemCommand,
	type DynamoDBClient,
	GetItemCommand,
	QueryCommand,
	UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { Contact } from '../../../shared/contract/wall/report.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { ContactKey, Contacts } from '../../../shared/ports/wall.ts'
import { unlessRefused } from './dynamoClient.ts'

const PARTITION = '#contact'
const Item = z.object({
	contact: z.pipe(
		z.object({ S: z.string() }),
		z.transform(({ S }) => Contact.parse(JSON.parse(S))),
	),
})
const Key = z.object({ hour: z.object({ S: z.string() }) })

/**
 * Contacts in a partition of the telemetry table, in the order in which they expire: that table forgets by itself and has
 * no backups in which they would live on.
 */
export class DynamoContacts implements Contacts {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async keep(key: ContactKey, contact: Contact): Promise<void> {
		await unlessRefused(
			this.#client.send(
				new UpdateItemCommand({
					TableName: this.#table,
					Key: keyOf(key),
					UpdateExpression: 'SET contact = :contact, expires = :expires',
					ConditionExpression: 'attribute_not_exists(device)',
					ExpressionAttributeValues: {
						':contact': { S: JSON.stringify(contact) },
						':expires': { N: String(Math.floor(key.expiresAt / 1000)) },
					},
				}),
			),
		)
	}

	async get(key: ContactKey, now: number): Promise<Contact | undefined> {
		if (key.expiresAt <= now) return undefined
		const { Item: found } = await this.#client.send(
			new GetItemCommand({ TableName: this.#table, Key: keyOf(key), ConsistentRead: true }),
		)
		return found && Item.parse(found).contact
	}

	async forget(now: number, most: number): Promise<number> {
		const { Items = [] } = await this.#client.send(
			new QueryCommand({
				TableName: this.#table,
				ConsistentRead: true,
				KeyConditionExpression: 'device = :contacts AND #hour < :after',
				// Keys alone: nobody needs to read once more what is to be forgotten.
				ProjectionExpression: '#hour',
				ExpressionAttributeNames: { '#hour': 'hour' },
				ExpressionAttributeValues: { ':contacts': { S: PARTITION }, ':after': { S: `${iso(now)}$` } },
				Limit: most,
			}),
		)
		for (const item of Items) {
			const { hour } = Key.parse(item)
			await this.#client.send(
				new DeleteItemCommand({ TableName: this.#table, Key: { device: { S: PARTITION }, hour } }),
			)
		}
		return Items.length
	}
}

const iso = (at: number): string => new Date(at).toISOString()
/** "#" comes before "$", so that what expires at this very instant is found too. */
const keyOf = ({ task, expiresAt }: ContactKey) => ({
	device: { S: PARTITION },
	hour: { S: `${iso(expiresAt)}#${task}` },
})
