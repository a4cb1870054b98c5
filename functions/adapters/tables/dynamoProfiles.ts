import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { ProfileRecord } from '../../../shared/contract/profile/profileRecord.ts'
import type { Profiles } from '../../../shared/ports/profiles.ts'
import { unlessRefused } from './dynamoClient.ts'
import { queryAll } from './dynamoQuery.ts'
import { raiseRevision } from './registryRevision.ts'

/** A partition of the registry, one item a version; the profile itself is kept as the text that was put. */
const PROFILE = 'profile'

/** The profiles of the registry, strongly consistent. */
export async function readProfiles(client: DynamoDBClient, table: string): Promise<ProfileRecord[]> {
	const items = await queryAll(client, {
		TableName: table,
		ConsistentRead: true,
		KeyConditionExpression: 'pk = :profile',
		ExpressionAttributeValues: marshall({ ':profile': PROFILE }),
	})
	return Promise.all(items.map((item) => fromItem(unmarshall(item))))
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

/**
 * The schema of a profile is the largest there is, and a township that has put none of its own never needs it: it is
 * loaded with the first.
 * @throws when the item is no profile: judging people by another one would be worse than not judging them
 */
async function fromItem({ profile, ...put }: Record<string, unknown>): Promise<ProfileRecord> {
	const { ProfileRecord } = await import('../../../shared/contract/profile/profileRecord.ts')
	return ProfileRecord.parse({ ...put, profile: JSON.parse(String(profile)) })
}
