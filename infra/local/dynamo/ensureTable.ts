import { setTimeout } from 'node:timers/promises'
import {
	CreateTableCommand,
	DescribeTableCommand,
	type DynamoDBClient,
	ResourceInUseException,
	ResourceNotFoundException,
	type TableDescription,
} from '@aws-sdk/client-dynamodb'
import { StartError } from '../startError.ts'
import type { TableDefinition } from './tableDefinition.ts'

const pollMs = 50
const activeWithinMs = 60_000

const describe = async (client: DynamoDBClient, TableName: string): Promise<TableDescription | undefined> => {
	try {
		return (await client.send(new DescribeTableCommand({ TableName }))).Table
	} catch (error) {
		if (error instanceof ResourceNotFoundException) return undefined
		throw error
	}
}

type Keyed = { KeySchema?: { AttributeName?: string | undefined; KeyType?: string | undefined }[] | undefined }
type Described = Pick<TableDescription, 'AttributeDefinitions' | 'GlobalSecondaryIndexes' | 'LocalSecondaryIndexes'> &
	Keyed

/** Keys with their types, and the same of each index: what cannot be changed in a table that has items. */
const shape = (table: Described | TableDefinition): string => {
	const types = new Map(
		table.AttributeDefinitions?.map(({ AttributeName, AttributeType }) => [AttributeName, AttributeType]),
	)
	const keys = ({ KeySchema }: Keyed): string =>
		KeySchema?.map(({ AttributeName, KeyType }) => `${AttributeName} ${types.get(AttributeName)} ${KeyType}`)
			.toSorted()
			.join(', ') ?? ''
	const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])]
	return [keys(table), ...indexes.map((index) => `index ${index.IndexName}: ${keys(index)}`).toSorted()].join('; ')
}

const checkShape = (definition: TableDefinition, existing: TableDescription): void => {
	const [wanted, found] = [shape(definition), shape(existing)]
	if (wanted === found) return
	throw new StartError({
		message: `Table ${definition.TableName} exists with other keys: it has (${found}), the stack wants (${wanted})`,
		remedy: 'Start with another data folder (--data), or move the data folder away to begin anew.',
	})
}

/**
 * Creates the table unless it exists, and waits until it can be used. Throws a StartError naming the table if it exists
 * with other keys or indexes.
 */
export const ensureTable = async (client: DynamoDBClient, definition: TableDefinition): Promise<void> => {
	const { TableName } = definition
	for (const deadline = Date.now() + activeWithinMs; Date.now() < deadline; await setTimeout(pollMs)) {
		const existing = await describe(client, TableName)
		if (existing === undefined) {
			await client.send(new CreateTableCommand(definition)).catch((error: unknown) => {
				// Another program on the same engine was faster.
				if (!(error instanceof ResourceInUseException)) throw error
			})
			continue
		}
		checkShape(definition, existing)
		const indexesActive = existing.GlobalSecondaryIndexes?.every(({ IndexStatus }) => IndexStatus === 'ACTIVE') ?? true
		if (existing.TableStatus === 'ACTIVE' && indexesActive) return
	}
	throw new StartError({
		message: `Table ${TableName} is not active after ${activeWithinMs / 1000} seconds`,
		remedy: 'Look at the log of the DynamoDB engine, then start again.',
	})
}
