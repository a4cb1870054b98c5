import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { PointEntry } from '../../../shared/contract/wall/points.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { PointLedger } from '../../../shared/ports/pointLedger.ts'
import { unlessRefused } from './dynamoClient.ts'
import { queryAll } from './dynamoQuery.ts'

const Item = z.object({
	entry: z.pipe(
		z.object({ S: z.string() }),
		z.transform(({ S }) => PointEntry.parse(JSON.parse(S))),
	),
})

/** Each household's lines, numbered, in a partition of the tasks table. Nothing here changes or deletes a line. */
export class DynamoPointLedger implements PointLedger {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async entries(household: string): Promise<PointEntry[]> {
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			ConsistentRead: true,
			KeyConditionExpression: 'task = :household',
			ExpressionAttributeValues: { ':household': { S: partitionOf(household) } },
		})
		return items.map((item) => Item.parse(item).entry)
	}

	async append(household: string, nth: number, entry: PointEntry): Promise<'stored' | 'conflict'> {
		const stored = await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: {
						task: { S: partitionOf(household) },
						part: { S: String(nth).padStart(8, '0') },
						entry: { S: JSON.stringify(entry) },
					},
					ConditionExpression: 'attribute_not_exists(task)',
				}),
			),
		)
		return stored ? 'stored' : 'conflict'
	}
}

/** No task has such an id: a device's or a village's never begins with "#". */
const partitionOf = (household: string): string => `#points.${household}`
