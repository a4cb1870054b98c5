import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Provisioning, Provisionings } from '../../../shared/ports/provisionings.ts'
import { unlessRefused } from './dynamoClient.ts'
import { provisionedKey } from './tableKeys.ts'

/** One item for each serial number, in the registry's partition `provisioned`. */
export class DynamoProvisionings implements Provisionings {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async grant({ serial, ...provisioning }: Provisioning): Promise<'granted' | 'taken'> {
		const granted = await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: marshall({ ...provisionedKey(serial), ...provisioning }),
					ConditionExpression: 'attribute_not_exists(pk) OR (certificate = :certificate AND device = :device)',
					ExpressionAttributeValues: marshall({
						':certificate': provisioning.certificate,
						':device': provisioning.device,
					}),
				}),
			),
		)
		return granted === undefined ? 'taken' : 'granted'
	}
}
