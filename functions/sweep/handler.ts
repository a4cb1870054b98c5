import middy from '@middy/core'
import * as z from 'zod'
import { dynamoClient } from '../adapters/dynamoClient.ts'
import { DynamoContacts } from '../adapters/dynamoContacts.ts'
import { DynamoOutages } from '../adapters/dynamoOutages.ts'
import { DynamoRegistry } from '../adapters/dynamoRegistry.ts'
import { DynamoTaskStore } from '../adapters/dynamoTaskStore.ts'
import { DynamoTelemetryStore } from '../adapters/dynamoTelemetryStore.ts'
import { environment } from '../adapters/environment.ts'
import { IotAlertPublisher } from '../adapters/iotAlertPublisher.ts'
import { log } from '../adapters/log.ts'
import { SqsBacklog } from '../adapters/sqsBacklog.ts'
import { tables } from '../adapters/tableKeys.ts'
import { freshMemory } from './findSilent.ts'
import { sweep } from './sweep.ts'

const env = environment({
	[tables.registry.env]: z.string(),
	[tables.telemetry.env]: z.string(),
	[tables.tasks.env]: z.string(),
	IOT_DATA_ENDPOINT: z.string(),
	TELEMETRY_QUEUE_URL: z.string(),
})
const client = dynamoClient()
const tasks = new DynamoTaskStore(client, env.TASKS_TABLE)
const ports = {
	registry: new DynamoRegistry(client, env.REGISTRY_TABLE, Date.now),
	telemetry: new DynamoTelemetryStore(client, env.TELEMETRY_TABLE),
	tasks,
	due: tasks,
	list: tasks,
	outages: new DynamoOutages(client, env.TASKS_TABLE),
	contacts: new DynamoContacts(client, env.TELEMETRY_TABLE),
	backlog: new SqsBacklog(env.TELEMETRY_QUEUE_URL),
	alerts: new IotAlertPublisher(env.IOT_DATA_ENDPOINT),
}
const memory = freshMemory(Date.now())

export const handler = middy().handler(async (): Promise<void> => {
	const { failed, ...counts } = await sweep(ports, memory, Date.now())
	for (const { what, error } of failed) log.error('sweep left something undone', error, { what })
	if (counts.silent > 0 || counts.stepped > 0 || counts.alertsSent > 0) log.info('swept', counts)
	if (failed.length > 0) throw new Error(`the sweep left ${failed.length} undone; the next one tries again`)
})
