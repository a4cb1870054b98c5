import { ConditionalCheckFailedException, DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { Sha256Checksum } from './sha256Checksum.ts'

/**
 * The one DynamoDB client of a Lambda; the SDK keeps its connections alive between invocations. A small call costs it most of
 * its time around the call, so: its steps are put together once for each kind of command and not for each call, nothing
 * is copied for a log that nobody reads, and signatures are made by `Sha256Checksum`. Together a sixth of a call.
 */
export function dynamoClient(config: DynamoDBClientConfig = {}): DynamoDBClient {
	const client = new DynamoDBClient({ cacheMiddleware: true, sha256: Sha256Checksum, ...config })
	client.middlewareStack.remove('loggerMiddleware')
	return client
}

/** Runs a conditional write; undefined when the condition did not hold. Any other error is a fault and escapes. */
export async function unlessRefused<T>(write: Promise<T>): Promise<T | undefined> {
	try {
		return await write
	} catch (error) {
		if (error instanceof ConditionalCheckFailedException) return undefined
		throw error
	}
}
