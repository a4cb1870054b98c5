import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'

/**
 * The least that storing a reading can be: an UpdateItem with a condition, of a reading in a device-hour, by 300 devices
 * in turn. @param n how many there were before
 */
export const bareUpdate = (client: DynamoDBClient, table: string, n: number) =>
	client.send(
		new UpdateItemCommand({
			TableName: table,
			Key: { device: { S: `device-${n % 300}` }, hour: { S: `hour-${Math.floor(n / 3600)}` } },
			UpdateExpression: 'SET reading = :reading',
			ConditionExpression: 'attribute_not_exists(reading) OR reading <> :reading',
			ExpressionAttributeValues: { ':reading': { S: `${n} ammonia=0.25 hydrogenSulfide=0.004 battery=80` } },
		}),
	)
