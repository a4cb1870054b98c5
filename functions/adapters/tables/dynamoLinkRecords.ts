import { createHash } from 'node:crypto'
import { type DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from '../../../shared/contract/zod.ts'
import type { LinkRecords } from '../../../shared/ports/linkRecords.ts'
import type { TaskLink } from '../../../shared/ports/links.ts'
import { unlessRefused } from './dynamoClient.ts'

const Revocation = z.object({ revokedAt: z.optional(z.int()) })

/** Beside the task in its partition: `links` for all of its links, `link#<id>` for each that was used or taken back. */
export class DynamoLinkRecords implements LinkRecords {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async isRevoked({ task, id, issuedAt }: TaskLink): Promise<boolean> {
		const [all, one] = await Promise.all([this.#revokedAt(task, 'all'), this.#revokedAt(task, { link: id })])
		return one !== undefined || (all !== undefined && issuedAt <= all)
	}

	async revoke(task: string, what: { link: string } | 'all', at: number, by: string): Promise<void> {
		await unlessRefused(
			this.#client.send(
				new UpdateItemCommand({
					TableName: this.#table,
					Key: keyOf(task, what),
					UpdateExpression: 'SET revokedAt = :at, revokedBy = :by',
					// Two at once: the later instant stands.
					ConditionExpression: 'attribute_not_exists(revokedAt) OR revokedAt < :at',
					ExpressionAttributeValues: marshall({ ':at': at, ':by': by }),
				}),
			),
		)
	}

	async bind({ task, id }: TaskLink, secret: string, at: number): Promise<'bound' | 'elsewhere'> {
		const hash = createHash('sha256').update(secret).digest('base64url')
		const bound = await unlessRefused(
			this.#client.send(
				new UpdateItemCommand({
					TableName: this.#table,
					Key: keyOf(task, { link: id }),
					UpdateExpression: 'SET boundTo = :hash, boundAt = if_not_exists(boundAt, :at)',
					ConditionExpression: 'attribute_not_exists(boundTo) OR boundTo = :hash',
					ExpressionAttributeValues: marshall({ ':hash': hash, ':at': at }),
				}),
			),
		)
		return bound === undefined ? 'elsewhere' : 'bound'
	}

	async #revokedAt(task: string, what: { link: string } | 'all'): Promise<number | undefined> {
		const { Item } = await this.#client.send(
			new GetItemCommand({ TableName: this.#table, ConsistentRead: true, Key: keyOf(task, what) }),
		)
		return Item && Revocation.parse(unmarshall(Item)).revokedAt
	}
}

const keyOf = (task: string, what: { link: string } | 'all') =>
	marshall({ task, part: what === 'all' ? 'links' : `link#${what.link}` })
