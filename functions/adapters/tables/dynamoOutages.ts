import { type DynamoDBClient, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { Outages } from '../../../shared/ports/outages.ts'
import { unlessRefused } from './dynamoClient.ts'

/** Which outage goes on in which group: one small item a group, beside the tasks. */
export class DynamoOutages implements Outages {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async open(group: string): Promise<string | undefined> {
		const { Item } = await this.#client.send(
			new GetItemCommand({ TableName: this.#table, Key: keyOf(group), ConsistentRead: true }),
		)
		return Item?.open?.S
	}

	async begin(group: string, task: string): Promise<string> {
		const begun = await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: { ...keyOf(group), open: { S: task } },
					ConditionExpression: 'attribute_not_exists(#open)',
					ExpressionAttributeNames: { '#open': 'open' },
				}),
			),
		)
		return begun ? task : ((await this.open(group)) ?? task)
	}

	async end(group: string, task: string): Promise<void> {
		await unlessRefused(
			this.#client.send(
				new UpdateItemCommand({
					TableName: this.#table,
					Key: keyOf(group),
					UpdateExpression: 'REMOVE #open',
					ConditionExpression: '#open = :task',
					ExpressionAttributeNames: { '#open': 'open' },
					ExpressionAttributeValues: { ':task': { S: task } },
				}),
			),
		)
	}
}

/** No task has such an id: a device's or a village's never begins with "#". */
const keyOf = (group: string) => ({ task: { S: `#outage.${group}` }, part: { S: 'outage' } })
