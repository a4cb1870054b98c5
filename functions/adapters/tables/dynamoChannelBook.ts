import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { type Channel, Channels } from '../../../shared/contract/alert/channel.ts'
import type { ChannelBook } from '../../../shared/ports/channelBook.ts'

/** One item of the registry's table: a list is replaced as a whole or not at all. */
const KEY = { pk: 'channels', sk: 'all' }

export class DynamoChannelBook implements ChannelBook {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async list(): Promise<Channel[]> {
		const { Item } = await this.#client.send(
			new GetItemCommand({ TableName: this.#table, ConsistentRead: true, Key: marshall(KEY) }),
		)
		return Item ? Channels.parse({ channels: unmarshall(Item).channels }).channels : []
	}

	async replace(channels: readonly Channel[]): Promise<void> {
		const Item = marshall({ ...KEY, channels }, { removeUndefinedValues: true })
		await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }))
	}
}
