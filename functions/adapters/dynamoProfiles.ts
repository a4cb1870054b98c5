import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { ProfileRecord } from '../../shared/contract/profileRecord.ts'
import * as z from '../../shared/contract/zod.ts'
import type { Profiles } from '../../shared/ports/profiles.ts'
import { unlessRefused } from './dynamoClient.ts'
import { queryAll } from './dynamoQuery.ts'
import { raiseRevision } from './registryRevision.ts'

/** A partition of the registry, one item a version; the profile itself is kept as the text that was put. */
const PROFILE = 'profile'

const Item = z.extend(ProfileRecord, { profile: z.string() })

/** The profiles of the registry, strongly consistent. */
export async function readProfiles(client: DynamoDBClient, table: string): Promise<ProfileRecord[]> {
	const items = await queryAll(client, {
		TableName: table,
		ConsistentRead: true,
		KeyConditionExpression: 'pk = :profile',
		ExpressionAttributeValues: marshall({ ':profile': PROFILE }),
	})
	return items.map((item) => fromItem(unmarshall(item)))
}

export class DynamoProfiles implements Profiles {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async add({ profile, putBy, putAt }: ProfileRecord): Promise<'stored' | 'taken'> {
		const stored = await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: marshall({ pk: PROFILE, sk: profile.version, profile: JSON.stringify(profile), putBy, putAt }),
					ConditionExpression: 'attribute_not_exists(pk)',
				}),
			),
		)
		// Also when refused: whoever came first may have died before this.
		await raiseRevision(this.#client, this.#table)
		return stored === undefined ? 'taken' : 'stored'
	}

	async get(version: string): Promise<ProfileRecord | undefined> {
		const { Item: item } = await this.#client.send(
			new GetItemCommand({
				TableName: this.#table,
				ConsistentRead: true,
				Key: marshall({ pk: PROFILE, sk: version }),
			}),
		)
		return item && fromItem(unmarshall(item))
	}

	all(): Promise<ProfileRecord[]> {
		return readProfiles(this.#client, this.#table)
	}
}

/** @throws when the item is no profile: judging people by another one would be worse than not judging them */
function fromItem(item: Record<string, unknown>): ProfileRecord {
	const { profile, ...put } = Item.parse(item)
	return ProfileRecord.parse({ ...put, profile: JSON.parse(profile) })
}
