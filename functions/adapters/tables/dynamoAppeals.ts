import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { Appeal } from '../../../shared/contract/ranking/appeal.ts'
import { acceptedSince, monthOfAppeal } from '../../../shared/domain/appeal/appeal.ts'
import { daysTouched, exclusionsWithin } from '../../../shared/domain/appeal/exclusion.ts'
import { monthOf } from '../../../shared/domain/time/shanghai.ts'
import type { AcceptedAppeals } from '../../../shared/ports/acceptedAppeals.ts'
import type { Appeals } from '../../../shared/ports/appeals.ts'
import type { Exclusion, Exclusions } from '../../../shared/ports/exclusions.ts'
import { unlessRefused } from './dynamoClient.ts'
import { queryAll } from './dynamoQuery.ts'

/**
 * Appeals in the table of scores: a month is one partition, `#appeals.2026-11`, and each appeal an item under the rest of
 * its id, which begins with the courtyard. What is excluded from the score is read from the accepted ones themselves, so
 * a decision and its exclusion cannot part.
 */
export class DynamoAppeals implements Appeals, Exclusions, AcceptedAppeals {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async get(id: string): Promise<Appeal | undefined> {
		const key = keyOf(id)
		if (!key) return undefined
		const { Item } = await this.#client.send(
			new GetItemCommand({ TableName: this.#table, ConsistentRead: true, Key: marshall(key) }),
		)
		return Item && Appeal.parse(unmarshall(Item).appeal)
	}

	async put(appeal: Appeal, expected: number | undefined): Promise<'stored' | 'conflict'> {
		const Item = { ...keyOf(appeal.id), appeal, version: appeal.version }
		const written = await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: marshall(Item, { removeUndefinedValues: true }),
					...(expected === undefined
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

	async ofMonth(month: string, courtyard?: string): Promise<Appeal[]> {
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			ConsistentRead: true,
			KeyConditionExpression: `courtyard = :month${courtyard === undefined ? '' : ' AND begins_with(period, :courtyard)'}`,
			ExpressionAttributeValues: marshall({
				':month': `${PARTITION}${month}`,
				...(courtyard === undefined ? {} : { ':courtyard': `${courtyard}.` }),
			}),
		})
		return items.map((item) => Appeal.parse(unmarshall(item).appeal))
	}

	/** An appeal lies in one month: those that overlap are in the months that the interval touches. */
	async between(from: number, until: number): Promise<Exclusion[]> {
		const months = new Set(daysTouched({ from, until }).map(monthOf))
		const appeals = await Promise.all([...months].map((month) => this.ofMonth(month)))
		return exclusionsWithin(appeals.flat(), from, until)
	}

	async acceptedSince(month: string, at: number): Promise<ReadonlySet<string>> {
		return acceptedSince(await this.ofMonth(month), at)
	}
}

const PARTITION = '#appeals.'

function keyOf(id: string): { courtyard: string; period: string } | undefined {
	const month = monthOfAppeal(id)
	return month === undefined ? undefined : { courtyard: `${PARTITION}${month}`, period: id.slice(month.length + 1) }
}
