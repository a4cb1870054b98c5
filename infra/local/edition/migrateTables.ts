import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { migrate, NewerLayout } from '../../data/migrate.ts'
import { localCredentials } from '../lambda/localCredentials.ts'
import type { RunningEdition } from '../runningEdition.ts'
import { StartError } from '../startError.ts'
import { here } from './options.ts'

/** Tables that an older version left are taken to the layout of this one. @throws StartError where a newer one was there */
export const migrateTables = async (
	endpoint: string,
	{ registry, scores }: RunningEdition['tables'],
	log: (line: string) => void,
): Promise<void> => {
	const client = new DynamoDBClient({ endpoint, region: here.region, credentials: localCredentials })
	try {
		await migrate({ client, registry, scores }, (layout, title, changed) =>
			log(`tables have layout ${layout}: ${title}; ${changed} items changed`),
		)
	} catch (cause) {
		if (!(cause instanceof NewerLayout)) throw cause
		throw new StartError({
			message: cause.message,
			remedy: 'Or start with another folder: npm start -- --data <folder>',
		})
	} finally {
		client.destroy()
	}
}
