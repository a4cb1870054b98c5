import {
	type DynamoDBClient,
	GetItemCommand,
	PutItemCommand,
	QueryCommand,
	type QueryCommandInput,
	UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { QuarantineKey } from '../../../shared/domain/telemetry/quarantineId.ts'
import type {
	Quarantine,
	QuarantineDesk,
	Quarantined,
	QuarantineEntry,
	QuarantineHead,
	QuarantinePage,
	Replayed,
} from '../../../shared/ports/quarantine.ts'
import { unlessRefused } from './dynamoClient.ts'
import {
	headAttributes,
	type Item,
	keyOf,
	PARTITION,
	replayedAttribute,
	toEntry,
	toHead,
	toItem,
	toKey,
} from './quarantineItem.ts'

/** Refused messages, beside the telemetry, for 30 days; the same delivery is kept once. */
export class DynamoQuarantine implements Quarantine, QuarantineDesk {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async keep(message: Quarantined): Promise<void> {
		// The queue may deliver once more after a replay was noted: the note must stay.
		await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: toItem(message),
					ConditionExpression: 'attribute_not_exists(device)',
				}),
			),
		)
	}

	list(limit: number, before: QuarantineKey | undefined, now: number): Promise<QuarantinePage<QuarantineEntry>> {
		return this.#page({ Limit: limit }, before, now, toEntry)
	}

	heads(before: QuarantineKey | undefined, now: number): Promise<QuarantinePage<QuarantineHead>> {
		// Each by another name, because some of the names are words of DynamoDB's.
		const names = headAttributes.map((name, i) => [`#a${i}`, name] as const)
		const projection = {
			ProjectionExpression: names.map(([alias]) => alias).join(', '),
			ExpressionAttributeNames: Object.fromEntries(names),
		}
		return this.#page(projection, before, now, toHead)
	}

	async get(key: QuarantineKey, now: number): Promise<QuarantineEntry | undefined> {
		const { Item: item } = await this.#client.send(new GetItemCommand({ TableName: this.#table, Key: keyOf(key) }))
		const entry = item && toEntry(item)
		return entry && isKept(entry, now) ? entry : undefined
	}

	async markReplayed(key: QuarantineKey, replayed: Replayed): Promise<void> {
		await unlessRefused(
			this.#client.send(
				new UpdateItemCommand({
					TableName: this.#table,
					Key: keyOf(key),
					UpdateExpression: 'SET replayed = :replayed',
					ConditionExpression: 'attribute_exists(device)',
					ExpressionAttributeValues: { ':replayed': replayedAttribute(replayed) },
				}),
			),
		)
	}

	async #page<Entry extends QuarantineHead>(
		query: Partial<QueryCommandInput>,
		before: QuarantineKey | undefined,
		now: number,
		read: (item: Item) => Entry,
	): Promise<QuarantinePage<Entry>> {
		const { Items, LastEvaluatedKey } = await this.#client.send(
			new QueryCommand({
				TableName: this.#table,
				KeyConditionExpression: 'device = :device',
				ExpressionAttributeValues: { ':device': { S: PARTITION } },
				ScanIndexForward: false,
				...query,
				...(before === undefined ? {} : { ExclusiveStartKey: keyOf(before) }),
			}),
		)
		const entries = (Items ?? []).map(read).filter((entry) => isKept(entry, now))
		const next = LastEvaluatedKey?.hour?.S
		return next === undefined ? { entries } : { entries, next: toKey(next) }
	}
}

/** DynamoDB removes expired items within days, not at once. */
const isKept = ({ expires }: QuarantineHead, now: number): boolean => expires * 1000 > now
