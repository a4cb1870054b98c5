import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { DayChanges } from '../../shared/contract/dayChanges.ts'
import type { DayChangesStore, KeptChanges } from '../../shared/ports/dayChanges.ts'

/** In a partition of the scores table that no courtyard can have: one item, of two kilobytes whatever the township. */
const KEY = { courtyard: { S: '#changes' }, period: { S: 'last' } }

const text = z.object({ S: z.string() }).transform(({ S }) => S)
const Item = z.object({ stamp: text, body: text })

/** What changed on the last day that is scored. */
export class DynamoDayChanges implements DayChangesStore {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async last(): Promise<KeptChanges | undefined> {
		const { Item: item } = await this.#client.send(new GetItemCommand({ TableName: this.#table, Key: KEY }))
		if (!item) return undefined
		const { stamp, body } = Item.parse(item)
		return { stamp, changes: DayChanges.parse(JSON.parse(body)) }
	}

	async put({ stamp, changes }: KeptChanges): Promise<void> {
		await this.#client.send(
			new PutItemCommand({
				TableName: this.#table,
				Item: { ...KEY, stamp: { S: stamp }, body: { S: JSON.stringify(changes) } },
			}),
		)
	}
}
