import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoChannelBook } from '../../functions/adapters/tables/dynamoChannelBook.ts'
import { DynamoProfiles } from '../../functions/adapters/tables/dynamoProfiles.ts'
import { DynamoRankings } from '../../functions/adapters/tables/dynamoRankings.ts'
import { DynamoRegistry } from '../../functions/adapters/tables/dynamoRegistry.ts'
import { DynamoShelves } from '../../functions/adapters/tables/dynamoShelves.ts'
import { here } from '../local/edition/options.ts'
import { localCredentials } from '../local/lambda/localCredentials.ts'
import { requireRunningEdition } from '../local/runningEdition.ts'

/** Where the data lies: which engine, which tables. */
export type DataPlace = { readonly client: DynamoDBClient; readonly registry: string; readonly scores: string }

/** What is exported and imported, by the stores that the functions use. */
export const storesAt = ({ client, registry, scores }: DataPlace) => ({
	registry: new DynamoRegistry(client, registry, Date.now),
	profiles: new DynamoProfiles(client, registry),
	shelves: new DynamoShelves(client, registry),
	channels: new DynamoChannelBook(client, registry),
	rankings: new DynamoRankings(client, scores),
})
export type DataStores = ReturnType<typeof storesAt>

/** Tables by name, on AWS by its standard environment; without names those of the edition that runs on the data folder. */
export async function dataPlace(wish: {
	readonly data: string
	readonly registry?: string | undefined
	readonly scores?: string | undefined
}): Promise<DataPlace> {
	const { data, registry, scores } = wish
	if (registry !== undefined && scores !== undefined) return { client: new DynamoDBClient({}), registry, scores }
	const { endpoints, tables } = await requireRunningEdition(data)
	const client = new DynamoDBClient({
		endpoint: endpoints.dynamodb,
		region: here.region,
		credentials: localCredentials,
	})
	return { client, registry: tables.registry, scores: tables.scores }
}
