import middy from '@middy/core'
import type { ChannelTested } from '../../shared/contract/alert/channelTest.ts'
import * as z from '../../shared/contract/zod.ts'
import { awsChannels } from '../adapters/channels/awsChannels.ts'
import { EmfMeter } from '../adapters/lambda/emfMeter.ts'
import { environment } from '../adapters/lambda/environment.ts'
import { log, logged } from '../adapters/lambda/log.ts'
import { secretText } from '../adapters/lambda/secretText.ts'
import { LinkKeys } from '../adapters/links/linkKeys.ts'
import { SignedLinks } from '../adapters/links/signedLinks.ts'
import { DynamoChannelBook } from '../adapters/tables/dynamoChannelBook.ts'
import { DynamoChannelStates } from '../adapters/tables/dynamoChannelStates.ts'
import { dynamoClient } from '../adapters/tables/dynamoClient.ts'
import { DynamoOutbox } from '../adapters/tables/dynamoOutbox.ts'
import { DynamoRegistry } from '../adapters/tables/dynamoRegistry.ts'
import { DynamoTaskStore } from '../adapters/tables/dynamoTaskStore.ts'
import { tables } from '../adapters/tables/tableKeys.ts'
import { notify } from './notify.ts'
import { notifyFigures } from './notifyFigures.ts'
import { testChannel } from './testChannel.ts'

const env = environment({
	[tables.registry.env]: z.string(),
	[tables.tasks.env]: z.string(),
	IOT_DATA_ENDPOINT: z.string(),
	TASK_LINK_KEYS: z.string(),
	PAGES_URL: z.string(),
	AWS_LAMBDA_FUNCTION_NAME: z.string(),
	/** Set by the local edition alone. */
	LOCAL_RECEIVERS: z.optional(z.literal('allowed')),
})
const client = dynamoClient()
const ports = {
	registry: new DynamoRegistry(client, env.REGISTRY_TABLE, Date.now),
	channels: new DynamoChannelBook(client, env.REGISTRY_TABLE),
	tasks: new DynamoTaskStore(client, env.TASKS_TABLE),
	outbox: new DynamoOutbox(client, env.TASKS_TABLE),
	states: new DynamoChannelStates(client, env.TASKS_TABLE),
	sender: awsChannels(env.IOT_DATA_ENDPOINT, env.LOCAL_RECEIVERS !== undefined),
	links: new SignedLinks(new LinkKeys(() => secretText(env.TASK_LINK_KEYS), Date.now), env.PAGES_URL, Date.now),
	clock: Date.now,
}

const meter = new EmfMeter(env.AWS_LAMBDA_FUNCTION_NAME, Date.now)
/** News named in the log of one message; a digest may have more. */
const MOST_NAMED = 50
/** By the clock it tells people what is due; asked to `test`, it tries one channel and answers what came of it. */
const Event = z.looseObject({ test: z.optional(z.unknown()) })

export const handler = middy()
	.use(logged())
	.handler(async (event: unknown): Promise<ChannelTested | undefined> => {
		const { test } = Event.parse(event)
		if (test !== undefined) {
			const { ChannelTest } = await import('../../shared/contract/alert/channelTest.ts')
			return testChannel(ports, ChannelTest.parse(test))
		}
		const report = await notify(ports)
		meter.record(notifyFigures(report))
		const { failed, failing, told } = report
		for (const { what, error } of failed) log.error('notify left something undone', error, { what })
		for (const channel of failing) log.warn('a channel fails', channel)
		for (const { channel, alerts } of told) log.info('told', { channel, alerts: alerts.slice(0, MOST_NAMED) })
		if (failed.length > 0) throw new Error(`notify left ${failed.length} undone; the next run tries again`)
		return undefined
	})
