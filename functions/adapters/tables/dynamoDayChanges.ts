import { type AttributeValue, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { DayChanges } from '../../../shared/contract/score/dayChanges.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { ChangesScope, DayChangesStore, KeptChanges } from '../../../shared/ports/dayChanges.ts'
import { queryAll } from './dynamoQuery.ts'

/** The partition of the scores table that no courtyard can have: `all` and `village#<id>`, two kilobytes each at most. */
const CHANGES = '#changes'
const VILLAGE = 'village#'

const text = z.pipe(
	z.object({ S: z.string() }),
	z.transform(({ S }) => S),
)
const Item = z.object({ period: text, stamp: text, body: text })

/** What changed on the last day that is scored. */
export class DynamoDayChanges implements DayChangesStore {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async of(scope: ChangesScope): Promise<KeptChanges | undefined> {
		const { Item: item } = await this.#client.send(new GetItemCommand({ TableName: this.#table, Key: keyOf(scope) }))
		return item && keptIn(item)
	}

	async ofVillages(): Promise<Map<string, KeptChanges>> {
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			KeyConditionExpression: 'courtyard = :changes AND begins_with(period, :village)',
			ExpressionAttributeValues: { ':changes': { S: CHANGES }, ':village': { S: VILLAGE } },
		})
		return new Map(items.map((item) => [Item.parse(item).period.slice(VILLAGE.length), keptIn(item)]))
	}

	async put(scope: ChangesScope, { stamp, changes }: KeptChanges): Promise<void> {
		await this.#client.send(
			new PutItemCommand({
				TableName: this.#table,
				Item: { ...keyOf(scope), stamp: { S: stamp }, body: { S: JSON.stringify(changes) } },
			}),
		)
	}
}

const keyOf = (scope: ChangesScope) => ({
	courtyard: { S: CHANGES },
	period: { S: scope === 'all' ? scope : `${VILLAGE}${scope.village}` },
})

/** @throws when the item is not one this store wrote */
function keptIn(item: Record<string, AttributeValue>): KeptChanges {
	const { stamp, body } = Item.parse(item)
	return { stamp, changes: DayChanges.parse(JSON.parse(body)) }
}
