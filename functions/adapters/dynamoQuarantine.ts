import { type AttributeValue, type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { Fault } from '../../shared/contract/reading.ts'
import type { Quarantine, Quarantined, QuarantinePage } from '../../shared/ports/quarantine.ts'

/** The partition of the telemetry table that no device can have: an id never begins with "#". */
const PARTITION = '#quarantine'
/** Leaves room for the reasons in an item of at most 400 KB. */
const LARGEST_KEPT = 350 * 1024
const MOST_FAULTS = 50

const text = z.object({ S: z.string() }).transform(({ S }) => S)
const Item = z.object({
	hour: text,
	topic: text,
	thing: text,
	faults: text.transform((json) => z.array(Fault).parse(JSON.parse(json))),
	payload: z.object({ B: z.instanceof(Uint8Array) }).transform(({ B }) => B),
	expires: z.object({ N: z.string() }).transform(({ N }) => Number(N)),
})

/** Refused messages, beside the telemetry, for 30 days; the same delivery is kept once. */
export class DynamoQuarantine implements Quarantine {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async keep({ id, receivedAt, topic, thing, faults, payload, expires }: Quarantined): Promise<void> {
		await this.#client.send(
			new PutItemCommand({
				TableName: this.#table,
				Item: {
					device: { S: PARTITION },
					hour: { S: `${new Date(receivedAt).toISOString()}#${id}` },
					topic: { S: topic },
					thing: { S: thing },
					faults: { S: JSON.stringify(faults.slice(0, MOST_FAULTS)) },
					payload: { B: payload.subarray(0, LARGEST_KEPT) },
					expires: { N: String(expires) },
				},
			}),
		)
	}

	async list(limit: number, before: string | undefined, now: number): Promise<QuarantinePage> {
		const { Items, LastEvaluatedKey } = await this.#client.send(
			new QueryCommand({
				TableName: this.#table,
				KeyConditionExpression: 'device = :device',
				ExpressionAttributeValues: { ':device': { S: PARTITION } },
				ScanIndexForward: false,
				Limit: limit,
				...(before === undefined
					? {}
					: { ExclusiveStartKey: { device: { S: PARTITION }, hour: { S: before } } satisfies Key }),
			}),
		)
		// DynamoDB removes expired items within days, not at once.
		const entries = (Items ?? []).map(fromItem).filter(({ expires }) => expires * 1000 > now)
		const next = LastEvaluatedKey?.hour?.S
		return next === undefined ? { entries } : { entries, next }
	}
}

type Key = Record<string, AttributeValue>

function fromItem(item: Key): Quarantined {
	const { hour, ...rest } = Item.parse(item)
	const mark = hour.indexOf('#')
	return { ...rest, receivedAt: Date.parse(hour.slice(0, mark)), id: hour.slice(mark + 1) }
}
