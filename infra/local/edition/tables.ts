import { startDynamo } from '../dynamo/startDynamo.ts'
import { type EditionOptions, here } from './options.ts'
import type { Prepared } from './prepare.ts'
import type { Teardown } from './teardown.ts'

/** Starts the database, or uses the given engine, with the tables of the template. Resolves with its endpoint. */
export const startTables = async (
	{ ofType, ports }: Prepared,
	{ dataFolder, dynamodbEndpoint }: EditionOptions,
	log: (line: string) => void,
	teardown: Teardown,
): Promise<string> => {
	const tables = (['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'] as const).flatMap((type) =>
		ofType(type).map(({ logicalId, name, properties }) => ({ logicalId, type, name, properties })),
	)
	const engine = await startDynamo({
		dataDir: dataFolder,
		port: ports.dynamodb,
		region: here.region,
		tables,
		log,
		...(dynamodbEndpoint !== undefined && { endpoint: dynamodbEndpoint }),
	})
	teardown.add('database', engine.close)
	return engine.endpoint
}
