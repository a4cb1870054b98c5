import { type DynamoDBClient, UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Person } from '../../../shared/contract/people/person.ts'
import type { Courtyard, Deputy } from '../../../shared/contract/registry/registry.ts'
import type { Deputies } from '../../../shared/ports/deputies.ts'
import { unlessRefused } from './dynamoClient.ts'
import { raiseRevision } from './registryRevision.ts'

type Update = Pick<
	UpdateItemCommandInput,
	'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>

/** Deputies, in the courtyard's entry of the registry; of two writers the second is told. */
export class DynamoDeputies implements Deputies {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	add(seen: Courtyard, deputy: Deputy, head: Person): Promise<'stored' | 'conflict'> {
		const values = (content: object) => marshall(content, { removeUndefinedValues: true })
		if (!seen.inCharge)
			return this.#update(seen.id, {
				UpdateExpression: 'SET inCharge = :inCharge',
				ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(inCharge)',
				ExpressionAttributeValues: values({ ':inCharge': { person: head, deputies: [deputy] } }),
			})
		return this.#update(seen.id, {
			UpdateExpression: 'SET inCharge.deputies = list_append(inCharge.deputies, :deputy)',
			ConditionExpression: 'size(inCharge.deputies) = :seen',
			ExpressionAttributeValues: values({ ':deputy': [deputy], ':seen': seen.inCharge.deputies.length }),
		})
	}

	async end(seen: Courtyard, deputy: Deputy, ended: { on: string; by: string }): Promise<'stored' | 'conflict'> {
		const i = seen.inCharge?.deputies.indexOf(deputy) ?? -1
		if (i < 0) return 'conflict'
		const entry = `inCharge.deputies[${i}]`
		return this.#update(seen.id, {
			UpdateExpression: `SET ${entry}.ended = :ended`,
			ConditionExpression: `${entry}.#from = :from AND ${entry}.person.id = :id AND attribute_not_exists(${entry}.ended)`,
			ExpressionAttributeNames: { '#from': 'from' },
			ExpressionAttributeValues: marshall({ ':ended': ended, ':from': deputy.from, ':id': deputy.person.id }),
		})
	}

	async #update(id: string, update: Update): Promise<'stored' | 'conflict'> {
		const written = await unlessRefused(
			this.#client.send(
				new UpdateItemCommand({ TableName: this.#table, Key: marshall({ pk: 'courtyard', sk: id }), ...update }),
			),
		)
		// Also when refused: whoever came first may have died before this.
		await raiseRevision(this.#client, this.#table)
		return written === undefined ? 'conflict' : 'stored'
	}
}
