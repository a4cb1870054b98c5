import { expect, test } from 'vitest'
import { taskAlerts } from '../../../functions/api/alerts/taskAlerts.ts'
import { type OutboxEntry, TaskAlerts } from '../../../shared/contract/alert/outbox.ts'
import { MemoryChannelBook, MemoryOutbox } from '../../doubles/memoryOutbox.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { robot } from '../../doubles/notifyBench.ts'
import { staff } from '../../doubles/scoringDesk.ts'
import { NOW, task } from './everybody.ts'

const entry = (change: Partial<OutboxEntry>): OutboxEntry => ({
	...{ task: task.id, news: 'raised', recipient: 'channel:robot', channel: 'robot', courtyard: 'yard-1' },
	...{ severity: 'major', at: NOW, attempts: 1 },
	...change,
})

const logOf = async (...entries: OutboxEntry[]) => {
	const [tasks, outbox] = [new MemoryTaskStore(), new MemoryOutbox()]
	await tasks.put(task, undefined)
	for (const one of entries) await outbox.add(one)
	const answer = await taskAlerts({ tasks, outbox, channels: new MemoryChannelBook(robot) }, staff, task.id)
	return TaskAlerts.parse('body' in answer && answer.body).alerts
}

test('who was told of a task is said by the name of the channel, the oldest first, in words', async () => {
	const log = await logOf(
		entry({ news: 'escalated-2+1', at: NOW + 60_000, nextAt: NOW + 120_000, lastError: 'timed out' }),
		entry({ sentAt: NOW + 5000 }),
	)
	expect(log.map(({ channel, text, status }) => [channel, text.zh, status])).toEqual([
		[robot.name, '发现问题', 'sent'],
		[robot.name, '超时上报（再次提醒）', 'waiting'],
	])
	expect(log[1]).toMatchObject({ lastError: 'timed out', nextTryAt: new Date(NOW + 120_000).toISOString() })
})

test('what was not told says why, also where the channel is gone', async () => {
	const log = await logOf(entry({ news: 'cleared-1', channel: 'former', droppedBecause: 'gone' }))
	expect(log).toMatchObject([{ status: 'dropped', droppedBecause: 'gone', kind: null, text: { zh: '问题已结束' } }])
})

test('of a task that is not there nobody was told', async () => {
	const ports = { tasks: new MemoryTaskStore(), outbox: new MemoryOutbox(), channels: new MemoryChannelBook() }
	expect(await taskAlerts(ports, staff, 'nothing')).toMatchObject({ status: 404 })
})
