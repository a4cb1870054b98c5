import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { Plan } from '../../../shared/contract/ranking/rectification.ts'
import type { Plans } from '../../../shared/ports/plans.ts'
import { queryAll } from './dynamoQuery.ts'

/** Rectification plans in the scores table: a partition a month, that no courtyard can have. */
export class DynamoPlans implements Plans {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async add(month: string, plan: Plan): Promise<void> {
		const { courtyard, ...rest } = plan
		const period = `${courtyard}#${new Date(plan.at).toISOString()}#${plan.by.id}`
		await this.#client.send(
			new PutItemCommand({
				TableName: this.#table,
				Item: marshall({ ...rest, courtyard: partitionOf(month), period, of: courtyard }),
			}),
		)
	}

	async ofMonth(month: string, courtyard?: string): Promise<Plan[]> {
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			ConsistentRead: true,
			...(courtyard === undefined
				? {
						KeyConditionExpression: 'courtyard = :partition',
						ExpressionAttributeValues: { ':partition': { S: partitionOf(month) } },
					}
				: {
						KeyConditionExpression: 'courtyard = :partition AND begins_with(period, :of)',
						ExpressionAttributeValues: { ':partition': { S: partitionOf(month) }, ':of': { S: `${courtyard}#` } },
					}),
		})
		return items.map((item) => {
			const { of, ...plan } = unmarshall(item)
			return Plan.parse({ ...plan, courtyard: of })
		})
	}
}

const partitionOf = (month: string): string => `#plans#${month}`
