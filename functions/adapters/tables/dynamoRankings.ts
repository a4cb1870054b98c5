import {
	type AttributeValue,
	type DynamoDBClient,
	GetItemCommand,
	PutItemCommand,
	QueryCommand,
} from '@aws-sdk/client-dynamodb'
import { Correction, MonthHead, RankingRow, RowExplanation } from '../../../shared/contract/ranking/ranking.ts'
import { DeviceQuality, DoubtState } from '../../../shared/contract/score/dataQuality.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { Entry } from '../../../shared/domain/ranking/entry.ts'
import type {
	GenerationContent,
	GenerationKey,
	RankingPage,
	RankingScope,
	Rankings,
} from '../../../shared/ports/rankings.ts'
import { unlessRefused } from './dynamoClient.ts'
import { queryAll } from './dynamoQuery.ts'
import {
	correctionsOf,
	doubtsOf,
	entriesOf,
	type GenerationItem,
	itemsOf,
	qualityOf,
	scopePartition,
} from './rankingItems.ts'

type Item = Record<string, AttributeValue>

/** The partition of the months' heads, one item a month: a dozen a year. */
const HEADS = '#rankings'
/** Writes under way at a time: they go to several partitions, each far below what DynamoDB takes of one. */
const AT_ONCE = 16

const Stored = z.object({ period: z.object({ S: z.string() }), body: z.object({ S: z.string() }) })
const EntryBody = z.object({ row: RankingRow, why: RowExplanation })

/** Rankings in the scores table. Rows are kept as the text that their hash is made of, and written once. */
export class DynamoRankings implements Rankings {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async months(): Promise<MonthHead[]> {
		const items = await this.#all(HEADS)
		return items.map((item) => MonthHead.parse(JSON.parse(bodyOf(item)))).toReversed()
	}

	async head(month: string): Promise<MonthHead | undefined> {
		const item = await this.#get(HEADS, month)
		return item && MonthHead.parse(JSON.parse(bodyOf(item)))
	}

	async putHead(head: MonthHead, expected: number | undefined): Promise<'stored' | 'conflict'> {
		const item = { ...itemOf({ partition: HEADS, sort: head.month, body: head }), version: { N: String(head.version) } }
		const stored = await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: item,
					...(expected === undefined
						? { ConditionExpression: 'attribute_not_exists(courtyard)' }
						: {
								ConditionExpression: 'version = :expected',
								ExpressionAttributeValues: { ':expected': { N: String(expected) } },
							}),
				}),
			),
		)
		return stored ? 'stored' : 'conflict'
	}

	async write(key: GenerationKey, content: GenerationContent): Promise<void> {
		const items = itemsOf(key, content)
		const writers = Array.from({ length: AT_ONCE }, async () => {
			for (let item = items.next(); !item.done; item = items.next()) await this.#putOnce(item.value)
		})
		await Promise.all(writers)
	}

	async rows(key: GenerationKey, scope: RankingScope, limit: number, after?: string): Promise<RankingPage> {
		const rows: RankingRow[] = []
		let start = after === undefined ? undefined : keyOf(scopePartition(key, scope), after)
		do {
			const { Items = [], LastEvaluatedKey } = await this.#client.send(
				new QueryCommand({
					...this.#partition(scopePartition(key, scope)),
					Limit: limit - rows.length,
					...(start ? { ExclusiveStartKey: start } : {}),
				}),
			)
			rows.push(...Items.map((item) => RankingRow.parse(JSON.parse(bodyOf(item)))))
			start = LastEvaluatedKey as typeof start
		} while (start && rows.length < limit)
		return { rows, ...(start ? { next: start.period.S } : {}) }
	}

	async entry(key: GenerationKey, courtyard: string): Promise<Entry | undefined> {
		const item = await this.#get(entriesOf(key), courtyard)
		return item && EntryBody.parse(JSON.parse(bodyOf(item)))
	}

	async texts(key: GenerationKey): Promise<string[]> {
		return (await this.#all(entriesOf(key))).map(bodyOf)
	}

	async corrections(key: GenerationKey): Promise<Correction[]> {
		return (await this.#all(correctionsOf(key))).map((item) => Correction.parse(JSON.parse(bodyOf(item))))
	}

	async quality(key: GenerationKey, village?: string): Promise<DeviceQuality[]> {
		const items = await this.#all(qualityOf(key), village === undefined ? undefined : `${village}#`)
		return items.flatMap((item) => z.array(DeviceQuality).parse(JSON.parse(bodyOf(item))))
	}

	async doubts(key: GenerationKey): Promise<DoubtState[]> {
		const items = await this.#all(doubtsOf(key))
		if (items.length === 0) return (await this.quality(key)).flatMap(({ doubts }) => doubts)
		return items.flatMap((item) => z.array(DoubtState).parse(JSON.parse(bodyOf(item))))
	}

	/** All of a computation as it was written, to be written elsewhere. */
	async content(key: GenerationKey): Promise<GenerationContent> {
		const texts = await this.texts(key)
		const quality = await this.#all(qualityOf(key))
		return {
			entries: texts.map((text) => ({ text, entry: EntryBody.parse(JSON.parse(text)) })),
			corrections: await this.corrections(key),
			quality: quality.map((item) => {
				const [village = '', courtyard = ''] = (item.period?.S ?? '').split('#')
				return { village, courtyard, devices: z.array(DeviceQuality).parse(JSON.parse(bodyOf(item))) }
			}),
		}
	}

	/** What is there stays: a published row is never written again, not even with the same bytes. */
	async #putOnce(item: GenerationItem): Promise<void> {
		await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: itemOf(item),
					ConditionExpression: 'attribute_not_exists(courtyard)',
				}),
			),
		)
	}

	async #get(partition: string, sort: string): Promise<Item | undefined> {
		const { Item } = await this.#client.send(
			new GetItemCommand({ TableName: this.#table, ConsistentRead: true, Key: keyOf(partition, sort) }),
		)
		return Item
	}

	#partition(partition: string) {
		return {
			TableName: this.#table,
			KeyConditionExpression: 'courtyard = :partition',
			ExpressionAttributeValues: { ':partition': { S: partition } },
		}
	}

	#all(partition: string, beginsWith?: string): Promise<Item[]> {
		const all = this.#partition(partition)
		if (beginsWith === undefined) return queryAll(this.#client, all)
		return queryAll(this.#client, {
			...all,
			KeyConditionExpression: `${all.KeyConditionExpression} AND begins_with(period, :begin)`,
			ExpressionAttributeValues: { ...all.ExpressionAttributeValues, ':begin': { S: beginsWith } },
		})
	}
}

const keyOf = (partition: string, sort: string) => ({ courtyard: { S: partition }, period: { S: sort } })
const itemOf = ({ partition, sort, body }: GenerationItem): Item => ({
	...keyOf(partition, sort),
	body: { S: typeof body === 'string' ? body : JSON.stringify(body) },
})

/** @throws when the item is not one this store wrote */
const bodyOf = (item: Item): string => Stored.parse(item).body.S
