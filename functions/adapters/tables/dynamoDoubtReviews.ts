import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { DoubtReview } from '../../../shared/contract/score/dataQuality.ts'
import type { DoubtReviews } from '../../../shared/ports/doubtReviews.ts'
import { queryAll } from './dynamoQuery.ts'

/** Reviews of doubts in the scores table: a partition a month, that no courtyard can have. */
export class DynamoDoubtReviews implements DoubtReviews {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async add(review: DoubtReview): Promise<void> {
		const { device, doubt, at, by, month } = review
		const period = `${device}#${new Date(at).toISOString()}#${doubt}#${by.id}`
		await this.#client.send(
			new PutItemCommand({
				TableName: this.#table,
				Item: marshall({ ...review, courtyard: partitionOf(month), period }),
			}),
		)
	}

	async ofMonth(month: string): Promise<DoubtReview[]> {
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			ConsistentRead: true,
			KeyConditionExpression: 'courtyard = :partition',
			ExpressionAttributeValues: { ':partition': { S: partitionOf(month) } },
		})
		return items.map((item) => DoubtReview.parse(unmarshall(item)))
	}
}

const partitionOf = (month: string): string => `#doubts#${month}`
