import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoLinkRecords } from '../../../functions/adapters/tables/dynamoLinkRecords.ts'
import { DynamoTaskStore } from '../../../functions/adapters/tables/dynamoTaskStore.ts'
import type { LinkRecords } from '../../../shared/ports/linkRecords.ts'
import type { TaskLink } from '../../../shared/ports/links.ts'
import { MemoryLinkRecords } from '../../doubles/memoryLinkRecords.ts'
import { alarmTask, RAISED } from '../../doubles/tasks.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const linkOf = (task: string, issuedAt = RAISED): TaskLink => ({
	id: randomUUID(),
	task,
	courtyard: 'yard-1',
	issuedAt,
	expiresAt: issuedAt + 60_000,
})

describe.each<[string, () => LinkRecords]>([
	['in memory', () => new MemoryLinkRecords()],
	['in DynamoDB', () => new DynamoLinkRecords(local.client, local.name('tasks'))],
])('the records of links %s', (_name, make) => {
	test('know one that was taken back from the others of its task', async () => {
		const records = make()
		const task = randomUUID()
		const [one, other] = [linkOf(task), linkOf(task)]
		expect(await records.isRevoked(one)).toBe(false)
		for (const at of [RAISED + 1, RAISED + 2]) await records.revoke(task, { link: one.id }, at, '王芳')
		expect([await records.isRevoked(one), await records.isRevoked(other)]).toEqual([true, false])
	})

	test('know all that were made before all were taken back, also when an earlier instant comes late', async () => {
		const records = make()
		const task = randomUUID()
		await records.revoke(task, 'all', RAISED + 10, '王芳')
		await records.revoke(task, 'all', RAISED, '李强')
		expect(await records.isRevoked(linkOf(task, RAISED + 10))).toBe(true)
		expect(await records.isRevoked(linkOf(task, RAISED + 11))).toBe(false)
		expect(await records.isRevoked(linkOf(randomUUID()))).toBe(false)
	})

	test('bind a link to one secret, the first, however often it comes', async () => {
		const records = make()
		const link = linkOf(randomUUID())
		const both = await Promise.all(['a', 'b'].map((secret) => records.bind(link, secret, RAISED)))
		expect([...both].sort()).toEqual(['bound', 'elsewhere'])
		const [owner, other] = both[0] === 'bound' ? ['a', 'b'] : ['b', 'a']
		expect(await records.bind(link, owner, RAISED + 1)).toBe('bound')
		expect(await records.bind(link, other, RAISED + 1)).toBe('elsewhere')
		expect(await records.isRevoked(link)).toBe(false)
		await records.revoke(link.task, { link: link.id }, RAISED + 2, '王芳')
		expect(await records.isRevoked(link)).toBe(true)
	})
})

test('what is kept of links is in no list of tasks, and leaves the task as it is', async () => {
	const table = local.name('tasks')
	const tasks = new DynamoTaskStore(local.client, table)
	const records = new DynamoLinkRecords(local.client, table)
	const task = alarmTask({ courtyard: `yard-${randomUUID()}` })
	await tasks.put(task, undefined)
	await records.bind(linkOf(task.id), 'a', RAISED)
	await records.revoke(task.id, 'all', RAISED, '王芳')
	expect(await tasks.get(task.id)).toEqual(task)
	expect(await tasks.ofCourtyard(task.courtyard, undefined)).toEqual([task])
})
