import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** The one DynamoDB client of a Lambda; the SDK keeps its connections alive between invocations. */
export const dynamoClient = (): DynamoDBClient => new DynamoDBClient({})

/** Runs a conditional write; undefined when the condition did not hold. Any other error is a fault and escapes. */
export async function unlessRefused<T>(write: Promise<T>): Promise<T | undefined> {
	try {
		return await write
	} catch (error) {
		if (error instanceof ConditionalCheckFailedException) return undefined
		throw error
	}
}
