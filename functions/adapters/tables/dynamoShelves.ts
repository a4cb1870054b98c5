import { type DynamoDBClient, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { Shelf } from '../../../shared/contract/registry/registry.ts'
import { idsEndingAfter } from '../../../shared/domain/alarm/shelf.ts'
import type { Shelves } from '../../../shared/ports/shelves.ts'
import { unlessRefused } from './dynamoClient.ts'
import { queryAll } from './dynamoQuery.ts'
import { raiseRevision } from './registryRevision.ts'

/** A partition of the registry, ordered by the planned end: what may still run is read without what is long over. */
const SHELF = 'shelf'

/** The shelves of the registry that end, or were to end, after an instant, in this order; strongly consistent. */
export async function readShelves(client: DynamoDBClient, table: string, endingAfter: number): Promise<Shelf[]> {
	const items = await queryAll(client, {
		TableName: table,
		ConsistentRead: true,
		KeyConditionExpression: 'pk = :shelf AND sk > :after',
		ExpressionAttributeValues: marshall({ ':shelf': SHELF, ':after': idsEndingAfter(endingAfter) }),
	})
	return items.map((item) => fromItem(unmarshall(item)))
}

export class DynamoShelves implements Shelves {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async put(shelf: Shelf): Promise<void> {
		const Item = marshall({ ...shelf, pk: SHELF, sk: shelf.id }, { removeUndefinedValues: true })
		await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }))
		await raiseRevision(this.#client, this.#table)
	}

	/** All that ever were, in the order of their planned ends. */
	all(): Promise<Shelf[]> {
		return readShelves(this.#client, this.#table, 0)
	}

	async get(id: string): Promise<Shelf | undefined> {
		const { Item } = await this.#client.send(
			new GetItemCommand({ TableName: this.#table, ConsistentRead: true, Key: keyOf(id) }),
		)
		return Item && fromItem(unmarshall(Item))
	}

	async of(device: string, endingAfter: number): Promise<Shelf[]> {
		const shelves = await readShelves(this.#client, this.#table, endingAfter)
		return shelves.filter((shelf) => shelf.device === device).toReversed()
	}

	async end(id: string, at: number, by: string): Promise<void> {
		await unlessRefused(
			this.#client.send(
				new UpdateItemCommand({
					TableName: this.#table,
					Key: keyOf(id),
					UpdateExpression: 'SET #until = :at, endedBy = :by',
					ConditionExpression: '#until > :at',
					ExpressionAttributeNames: { '#until': 'until' },
					ExpressionAttributeValues: marshall({ ':at': at, ':by': by }),
				}),
			),
		)
		// Also when it had ended: whoever ended it may have died before this.
		await raiseRevision(this.#client, this.#table)
	}
}

const keyOf = (id: string) => marshall({ pk: SHELF, sk: id })

/** @throws when the item is not a shelf */
function fromItem({ pk: _pk, sk: _sk, ...shelf }: Record<string, unknown>): Shelf {
	return Shelf.parse(shelf)
}
