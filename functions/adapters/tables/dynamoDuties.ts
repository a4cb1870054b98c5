import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { DutyRecord } from '../../../shared/contract/inspection/duties.ts'
import type { Duties } from '../../../shared/ports/duties.ts'
import { unlessRefused } from './dynamoClient.ts'
import { queryAll } from './dynamoQuery.ts'

/** Ticked duties in the table of scores: a month is one partition, `#duties.2026-11`, an item for each courtyard. */
export class DynamoDuties implements Duties {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async get(courtyard: string, month: string): Promise<DutyRecord | undefined> {
		const Key = marshall({ courtyard: partitionOf(month), period: courtyard })
		const { Item } = await this.#client.send(new GetItemCommand({ TableName: this.#table, ConsistentRead: true, Key }))
		return Item && DutyRecord.parse(unmarshall(Item).record)
	}

	async put(record: DutyRecord, expected: number): Promise<'stored' | 'conflict'> {
		const Item = marshall(
			{ courtyard: partitionOf(record.month), period: record.courtyard, record, version: record.version },
			{ removeUndefinedValues: true },
		)
		const written = await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item,
					...(expected === 0
						? { ConditionExpression: 'attribute_not_exists(period)' }
						: {
								ConditionExpression: 'version = :expected',
								ExpressionAttributeValues: marshall({ ':expected': expected }),
							}),
				}),
			),
		)
		return written === undefined ? 'conflict' : 'stored'
	}

	async ofMonth(month: string): Promise<DutyRecord[]> {
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			KeyConditionExpression: 'courtyard = :month',
			ExpressionAttributeValues: marshall({ ':month': partitionOf(month) }),
		})
		return items.map((item) => DutyRecord.parse(unmarshall(item).record))
	}
}

const partitionOf = (month: string): string => `#duties.${month}`
