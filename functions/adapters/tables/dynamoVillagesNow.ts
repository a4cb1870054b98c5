import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type AttributeValue, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { VillageNow } from '../../../shared/contract/score/villageNow.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { NowScope, VillagesNow } from '../../../shared/ports/villagesNow.ts'
import { queryAll } from './dynamoQuery.ts'

/** The partition of the scores table that no courtyard can have: one item a village, under `<township>#<village>`. */
const NOW = '#now'

const Item = z.object({ period: z.object({ S: z.string() }), body: z.object({ B: z.instanceof(Uint8Array) }) })

/** The courtyards' scores of some minutes ago, compressed: units go by kilobytes, of writes by the first. */
export class DynamoVillagesNow implements VillagesNow {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async within(scope: NowScope): Promise<Map<string, VillageNow>> {
		const [condition, key] =
			scope === 'all'
				? ['', undefined]
				: scope.village === undefined
					? [' AND begins_with(period, :key)', keyIn(scope.township, '')]
					: [' AND period = :key', keyIn(scope.township, scope.village)]
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			KeyConditionExpression: `courtyard = :now${condition}`,
			ExpressionAttributeValues: { ':now': { S: NOW }, ...(key === undefined ? {} : { ':key': { S: key } }) },
		})
		return new Map(items.flatMap(villageIn))
	}

	async put({ township, village }: { township: string; village: string }, now: VillageNow): Promise<void> {
		await this.#client.send(
			new PutItemCommand({
				TableName: this.#table,
				Item: {
					courtyard: { S: NOW },
					period: { S: keyIn(township, village) },
					body: { B: deflateRawSync(JSON.stringify(now)) },
				},
			}),
		)
	}
}

/** Neither id has a "#". */
const keyIn = (township: string, village: string): string => `${township}#${village}`

/** One that another release has put, and this one cannot read, is none: it is put anew. */
function villageIn(item: Record<string, AttributeValue>): [string, VillageNow][] {
	const { period, body } = Item.parse(item)
	const kept = VillageNow.safeParse(JSON.parse(inflateRawSync(body.B).toString()))
	return kept.success ? [[period.S.slice(period.S.indexOf('#') + 1), kept.data]] : []
}
