import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { OutboxEntry } from '../../../shared/contract/alert/outbox.ts'
import type { Outbox } from '../../../shared/ports/outbox.ts'
import { unlessRefused } from './dynamoClient.ts'
import { queryAll } from './dynamoQuery.ts'
import { iso } from './taskItem.ts'

const PART = 'told#'
const tell = (channel: string): string => `tell#${channel}`

/** The outbox, beside the tasks. What is still to be told stands in `byDue` under its channel. */
export class DynamoOutbox implements Outbox {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async add(entry: OutboxEntry): Promise<void> {
		await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: marshall(toItem(entry), { removeUndefinedValues: true }),
					ConditionExpression: 'attribute_not_exists(task)',
				}),
			),
		)
	}

	async ofTask(task: string): Promise<OutboxEntry[]> {
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			ConsistentRead: true,
			KeyConditionExpression: 'task = :task AND begins_with(part, :part)',
			ExpressionAttributeValues: marshall({ ':task': task, ':part': PART }),
		})
		return items.map((item) => OutboxEntry.parse(unmarshall(item)))
	}

	async due(channel: string, until: number, limit: number): Promise<OutboxEntry[]> {
		const { Items = [] } = await this.#client.send(
			new QueryCommand({
				TableName: this.#table,
				IndexName: 'byDue',
				KeyConditionExpression: 'dueKind = :kind AND dueAt <= :until',
				ExpressionAttributeValues: marshall({ ':kind': tell(channel), ':until': iso(until) }),
				Limit: limit,
			}),
		)
		return Items.map((item) => OutboxEntry.parse(unmarshall(item)))
	}

	async note(entry: OutboxEntry): Promise<'stored' | 'settled'> {
		const written = await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: marshall(toItem(entry), { removeUndefinedValues: true }),
					ConditionExpression: 'attribute_exists(nextAt)',
				}),
			),
		)
		return written === undefined ? 'settled' : 'stored'
	}
}

const toItem = (entry: OutboxEntry) => ({
	...entry,
	part: `${PART}${entry.recipient}#${entry.news}`,
	...(entry.nextAt === undefined ? {} : { dueKind: tell(entry.channel), dueAt: iso(entry.nextAt) }),
})
