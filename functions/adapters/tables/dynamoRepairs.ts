import { type DynamoDBClient, UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Device, OutOfService } from '../../../shared/contract/registry/registry.ts'
import type { Repairs } from '../../../shared/ports/repairs.ts'
import { unlessRefused } from './dynamoClient.ts'
import { raiseRevision } from './registryRevision.ts'

type Update = Pick<
	UpdateItemCommandInput,
	'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>

/** Times under repair, in the device's entry of the registry; of two writers the second is told. */
export class DynamoRepairs implements Repairs {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	begin(seen: Device, repair: OutOfService): Promise<'stored' | 'conflict'> {
		return this.#update(seen.id, {
			UpdateExpression: 'SET outOfService = list_append(outOfService, :repair)',
			ConditionExpression: 'size(outOfService) = :seen',
			ExpressionAttributeValues: marshall(
				{ ':repair': [repair], ':seen': seen.outOfService.length },
				{ removeUndefinedValues: true },
			),
		})
	}

	async end(seen: Device, repair: OutOfService, at: number, by: string): Promise<'stored' | 'conflict'> {
		const i = seen.outOfService.findIndex(({ from }) => from === repair.from)
		if (i < 0) return 'conflict'
		const entry = `outOfService[${i}]`
		return this.#update(seen.id, {
			UpdateExpression: `SET ${entry}.#until = :at, ${entry}.endedBy = :by`,
			ConditionExpression: `${entry}.#from = :from AND (attribute_not_exists(${entry}.#until) OR ${entry}.#until > :at)`,
			ExpressionAttributeNames: { '#until': 'until', '#from': 'from' },
			ExpressionAttributeValues: marshall({ ':at': at, ':by': by, ':from': repair.from }),
		})
	}

	async #update(id: string, update: Update): Promise<'stored' | 'conflict'> {
		const written = await unlessRefused(
			this.#client.send(
				new UpdateItemCommand({ TableName: this.#table, Key: marshall({ pk: 'device', sk: id }), ...update }),
			),
		)
		// Also when refused: whoever came first may have died before this.
		await raiseRevision(this.#client, this.#table)
		return written === undefined ? 'conflict' : 'stored'
	}
}
