import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendToWebhook } from '../../../functions/adapters/channels/webhookChannel.ts'
import { DynamoChannelStates } from '../../../functions/adapters/tables/dynamoChannelStates.ts'
import { DynamoOutbox } from '../../../functions/adapters/tables/dynamoOutbox.ts'
import { DynamoTaskStore } from '../../../functions/adapters/tables/dynamoTaskStore.ts'
import { inParallel } from '../../../functions/notify/inParallel.ts'
import { notify } from '../../../functions/notify/notify.ts'
import type { Channel } from '../../../shared/contract/alert/channel.ts'
import { AlertMessage } from '../../../shared/contract/alert/message.ts'
import type { MessageSender } from '../../../shared/ports/channel.ts'
import { MemoryChannelBook } from '../../doubles/memoryOutbox.ts'
import { alarmTask, RAISED } from '../../doubles/tasks.ts'
import { courtyard, fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'
import { type LocalTables, localTables } from '../stores/localTables.ts'
import { type Receiver, startReceiver } from './receiver.ts'

const ALARMS = 1000
const yards = Array.from({ length: 5 }, (_, i) => `yard-${i}`)
const secrets = { get: async () => 'secret' }

let local: LocalTables
let receiver: Receiver
beforeAll(async () => {
	local = await localTables()
	receiver = await startReceiver((response) => response.end('{}'))
})
afterAll(() => Promise.all([local.close(), receiver.close()]))

const hookOf = (yard: string): Channel & { kind: 'webhook' } => ({
	...{ kind: 'webhook', id: `to-${yard}`, name: yard, for: { courtyard: yard }, url: `${receiver.url}${yard}` },
	...{ secret: '/green-courtyard/channels/hook', languages: ['zh'], from: 'minor', isPaused: false },
})

/** The tables and the receiver are real; devices and broker are left out, which send one after another anyway. */
test(`${ALARMS} alarms within a minute over five courtyards are five messages, and each alarm is in one of them once`, async () => {
	const tasks = new DynamoTaskStore(local.client, local.name('tasks'))
	const all = Array.from({ length: ALARMS }, (_, i) => {
		const subject = { device: `toilet-${i}`, courtyard: `yard-${i % yards.length}`, onset: RAISED + (i % 60) * 1000 }
		const { handedOn: _told, ...task } = alarmTask(subject)
		return task
	})
	await inParallel(all, 32, async (task) => {
		await tasks.put(task, undefined)
	})
	const hooks = yards.map(hookOf)
	const options = { allowsLoopback: true, timeoutMs: 5000 }
	const sender: MessageSender = {
		send: async (channel, message, id, now) =>
			channel.kind === 'webhook' ? sendToWebhook(channel, message, id, secrets, options, now) : { is: 'sent' },
	}
	const ports = {
		registry: fixedRegistry({
			...registryOf(toilet),
			courtyards: new Map(yards.map((id) => [id, { ...courtyard, id }])),
		}),
		...{ channels: new MemoryChannelBook(...hooks), tasks, sender },
		outbox: new DynamoOutbox(local.client, local.name('tasks')),
		states: new DynamoChannelStates(local.client, local.name('tasks')),
		clock: () => RAISED + 90_000,
	}
	const began = performance.now()
	expect(await notify(ports)).toMatchObject({ handedOn: ALARMS, sent: yards.length, failed: [], failing: [] })
	console.info(`${ALARMS} alarms told after ${Math.round(performance.now() - began)} ms`)
	await notify(ports)
	expect(receiver.got).toHaveLength(yards.length)
	const news = receiver.got.flatMap(({ body }) => AlertMessage.parse(JSON.parse(body).data).news)
	expect(news).toHaveLength(ALARMS)
	expect(new Set(news.map(({ dedupeKey }) => dedupeKey)).size).toBe(ALARMS)
}, 240_000)
