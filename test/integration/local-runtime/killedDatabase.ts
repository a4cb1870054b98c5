/** Starts the database, writes one item after another, prints the last acknowledged one once, until the test kills it. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { startDynamo } from '../../../infra/local/dynamo/startDynamo.ts'
import { clientOf, region, tasksTable } from './dynamoFixture.ts'

const [, , dataDir = ''] = process.argv
const { endpoint } = await startDynamo({ dataDir, region, tables: [tasksTable('Tasks')], log: console.error })
const client = clientOf(endpoint)
for (let part = 0; ; part += 1) {
	await client.send(new PutItemCommand({ TableName: 'Tasks', Item: { task: { S: 't1' }, part: { S: String(part) } } }))
	if (part === 20) console.log(part)
}
