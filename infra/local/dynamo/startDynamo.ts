import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { localCredentials } from '../lambda/localCredentials.ts'
import { StartError } from '../startError.ts'
import { ensureTable } from './ensureTable.ts'
import { type Engine, startEngine } from './startEngine.ts'
import { type TableResource, tableFromTemplate } from './tableDefinition.ts'

export type DynamoOptions = {
	readonly dataDir: string
	/** 0, the default, takes a free port. */
	readonly port?: number
	/** Another engine with the same API (DYNAMODB_ENDPOINT); then nothing is started here. */
	readonly endpoint?: string
	readonly region: string
	/** The caller's own when the other engine is AWS; the local ones by default. */
	readonly credentials?: {
		readonly accessKeyId: string
		readonly secretAccessKey: string
		readonly sessionToken?: string
	}
	readonly tables: readonly TableResource[]
	readonly log: (line: string) => void
}

/**
 * Starts the local DynamoDB (dynalite on `<dataDir>/dynamodb`), or uses the given engine, and makes sure that every
 * table of the template exists with its keys. Throws a StartError when it cannot.
 *
 * dynalite has no transactions, streams, TTL or PartiQL, ignores ReturnValuesOnConditionCheckFailure (the exception
 * carries no item: read it), and is safe against a killed process but, without an fsync, not against a power cut.
 */
export const startDynamo = async (options: DynamoOptions): Promise<Engine> => {
	const definitions = options.tables.map(tableFromTemplate)
	const engine: Engine = options.endpoint
		? { endpoint: options.endpoint, pid: () => undefined, close: async () => {} }
		: await startEngine(join(options.dataDir, 'dynamodb'), options.port ?? 0, options.log)
	const { endpoint } = engine
	const { region, credentials = localCredentials } = options
	const client = new DynamoDBClient({ endpoint, region, credentials })
	try {
		await Promise.all(definitions.map((definition) => ensureTable(client, definition)))
		return engine
	} catch (error) {
		await engine.close()
		if (error instanceof StartError) throw error
		throw new StartError({
			message: `The DynamoDB engine at ${endpoint} cannot be used: ${error instanceof Error ? error.message || error.name : error}`,
			remedy: options.endpoint
				? 'Check that the engine of DYNAMODB_ENDPOINT runs, or unset the variable to use the built-in one.'
				: 'Look at the log of the database, then start again.',
		})
	} finally {
		client.destroy()
	}
}
