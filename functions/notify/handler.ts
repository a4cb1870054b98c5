import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { SNSClient } from '@aws-sdk/client-sns'
import { SSMClient } from '@aws-sdk/client-ssm'
import middy from '@middy/core'
import * as z from 'zod'
import { ChannelSender } from '../adapters/channelSender.ts'
import { DynamoChannelBook } from '../adapters/dynamoChannelBook.ts'
import { DynamoChannelStates } from '../adapters/dynamoChannelStates.ts'
import { dynamoClient } from '../adapters/dynamoClient.ts'
import { DynamoOutbox } from '../adapters/dynamoOutbox.ts'
import { DynamoRegistry } from '../adapters/dynamoRegistry.ts'
import { DynamoTaskStore } from '../adapters/dynamoTaskStore.ts'
import { environment } from '../adapters/environment.ts'
import { iotEndpoint } from '../adapters/iotAlertPublisher.ts'
import { log } from '../adapters/log.ts'
import { SsmSecrets } from '../adapters/ssmSecrets.ts'
import { tables } from '../adapters/tableKeys.ts'
import { notify } from './notify.ts'

const env = environment({
	[tables.registry.env]: z.string(),
	[tables.tasks.env]: z.string(),
	IOT_DATA_ENDPOINT: z.string(),
	/** Set by the local edition alone. */
	LOCAL_RECEIVERS: z.literal('allowed').optional(),
})
const client = dynamoClient()
const options = { allowsLoopback: env.LOCAL_RECEIVERS !== undefined, timeoutMs: 5000 }
const iot = new IoTDataPlaneClient({ endpoint: iotEndpoint(env.IOT_DATA_ENDPOINT) })
const ports = {
	registry: new DynamoRegistry(client, env.REGISTRY_TABLE, Date.now),
	channels: new DynamoChannelBook(client, env.REGISTRY_TABLE),
	tasks: new DynamoTaskStore(client, env.TASKS_TABLE),
	outbox: new DynamoOutbox(client, env.TASKS_TABLE),
	states: new DynamoChannelStates(client, env.TASKS_TABLE),
	sender: new ChannelSender(new SsmSecrets(new SSMClient({}), Date.now), new SNSClient({}), iot, options),
	clock: Date.now,
}

export const handler = middy().handler(async (): Promise<void> => {
	const { failed, failing, ...counts } = await notify(ports)
	for (const { what, error } of failed) log.error('notify left something undone', error, { what })
	for (const channel of failing) log.warn('a channel fails', channel)
	if (counts.sent > 0) log.info('notified', counts)
	if (failed.length > 0) throw new Error(`notify left ${failed.length} undone; the next run tries again`)
})
