import middy from '@middy/core'
import * as z from '../../shared/contract/zod.ts'
import type { Backlog } from '../../shared/ports/backlog.ts'
import { IotAlertPublisher } from '../adapters/channels/iotAlertPublisher.ts'
import { EmfMeter } from '../adapters/lambda/emfMeter.ts'
import { environment } from '../adapters/lambda/environment.ts'
import { loadedOnCall } from '../adapters/lambda/loadedOnCall.ts'
import { log, logged } from '../adapters/lambda/log.ts'
import { taskLine } from '../adapters/lambda/taskLine.ts'
import { SqsBacklog } from '../adapters/queues/sqsBacklog.ts'
import { dynamoClient } from '../adapters/tables/dynamoClient.ts'
import { DynamoOutages } from '../adapters/tables/dynamoOutages.ts'
import { DynamoRegistry } from '../adapters/tables/dynamoRegistry.ts'
import { DynamoTaskStore } from '../adapters/tables/dynamoTaskStore.ts'
import { DynamoTelemetryStore } from '../adapters/tables/dynamoTelemetryStore.ts'
import { tables } from '../adapters/tables/tableKeys.ts'
import { freshMemory } from './findSilent.ts'
import { sweep } from './sweep.ts'
import { sweepFigures } from './sweepFigures.ts'

const env = environment({
	[tables.registry.env]: z.string(),
	[tables.telemetry.env]: z.string(),
	[tables.tasks.env]: z.string(),
	IOT_DATA_ENDPOINT: z.string(),
	TELEMETRY_QUEUE_URL: z.string(),
	/** Where a stream takes the queue's place: its name, and that of the function that takes from it. */
	TELEMETRY_STREAM: z.optional(z.string()),
	STREAM_FUNCTION: z._default(z.string(), ''),
	AWS_LAMBDA_FUNCTION_NAME: z.string(),
})
const client = dynamoClient()
const tasks = new DynamoTaskStore(client, env.TASKS_TABLE)
const queue = new SqsBacklog(env.TELEMETRY_QUEUE_URL)
const streamBacklog = (stream: string): Backlog =>
	loadedOnCall<Backlog>(async () => {
		const { StreamBacklog } = await import('../adapters/queues/streamBacklog.ts')
		return new StreamBacklog(queue, { stream, takenBy: env.STREAM_FUNCTION }, Date.now)
	})
const ports = {
	registry: new DynamoRegistry(client, env.REGISTRY_TABLE, Date.now),
	telemetry: new DynamoTelemetryStore(client, env.TELEMETRY_TABLE),
	tasks,
	due: tasks,
	list: tasks,
	outages: new DynamoOutages(client, env.TASKS_TABLE),
	contacts: loadedOnCall(
		async () => new (await import('../adapters/tables/dynamoContacts.ts')).DynamoContacts(client, env.TELEMETRY_TABLE),
	),
	backlog: env.TELEMETRY_STREAM === undefined ? queue : streamBacklog(env.TELEMETRY_STREAM),
	alerts: new IotAlertPublisher(env.IOT_DATA_ENDPOINT),
}
const memory = freshMemory(Date.now())
const meter = new EmfMeter(env.AWS_LAMBDA_FUNCTION_NAME, Date.now)

export const handler = middy()
	.use(logged())
	.handler(async (): Promise<void> => {
		const report = await sweep(ports, memory, Date.now())
		meter.record(sweepFigures(report))
		const { failed, tasks } = report
		for (const { what, error } of failed) log.error('sweep left something undone', error, { what })
		for (const task of tasks) log.info('task', taskLine(task))
		if (failed.length > 0) throw new Error(`the sweep left ${failed.length} undone; the next one tries again`)
	})
