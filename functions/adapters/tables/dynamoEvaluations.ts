import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { HeadEvaluation } from '../../../shared/contract/inspection/headEvaluation.ts'
import type { Evaluations } from '../../../shared/ports/evaluations.ts'
import { queryAll } from './dynamoQuery.ts'

/** Evaluations of heads in the table of scores: a month is one partition, `#evaluations.2026-11`, an item for each courtyard. */
export class DynamoEvaluations implements Evaluations {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async put(evaluation: HeadEvaluation): Promise<void> {
		const { month, courtyard } = evaluation
		const Item = marshall(
			{ courtyard: partitionOf(month), period: courtyard, evaluation },
			{ removeUndefinedValues: true },
		)
		await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }))
	}

	async ofMonth(month: string): Promise<HeadEvaluation[]> {
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			KeyConditionExpression: 'courtyard = :month',
			ExpressionAttributeValues: marshall({ ':month': partitionOf(month) }),
		})
		return items.map((item) => HeadEvaluation.parse(unmarshall(item).evaluation))
	}
}

const partitionOf = (month: string): string => `#evaluations.${month}`
