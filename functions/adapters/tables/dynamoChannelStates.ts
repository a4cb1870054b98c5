import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { ChannelState } from '../../../shared/contract/alert/outbox.ts'
import type { ChannelStates } from '../../../shared/ports/outbox.ts'
import { unlessRefused } from './dynamoClient.ts'

/** A partition of the tasks table that no task can have. */
const keyOf = (channel: string) => ({ task: '#channel', part: channel })

/** What is known of each channel. A write names the version it replaces. */
export class DynamoChannelStates implements ChannelStates {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async get(channel: string): Promise<ChannelState | undefined> {
		const { Item } = await this.#client.send(
			new GetItemCommand({ TableName: this.#table, ConsistentRead: true, Key: marshall(keyOf(channel)) }),
		)
		return Item && ChannelState.parse(unmarshall(Item))
	}

	async put(state: ChannelState, expected: number | undefined): Promise<'stored' | 'conflict'> {
		const written = await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: marshall({ ...state, ...keyOf(state.channel) }, { removeUndefinedValues: true }),
					...(expected === undefined
						? { ConditionExpression: 'attribute_not_exists(task)' }
						: {
								ConditionExpression: 'version = :expected',
								ExpressionAttributeValues: marshall({ ':expected': expected }),
							}),
				}),
			),
		)
		return written === undefined ? 'conflict' : 'stored'
	}
}
