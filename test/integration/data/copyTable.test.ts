import {
	CreateTableCommand,
	DescribeTableCommand,
	PutItemCommand,
	ScanCommand,
	type ScanCommandOutput,
	waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyTable, OtherKeys } from '../../../infra/data/copyTable.ts'
import { type LocalTables, localTables } from '../stores/localTables.ts'

let local: LocalTables
let restored: string
let stack: string
beforeAll(async () => {
	local = await localTables()
	stack = local.name('scores')
	restored = `${stack}-restored`
	const { Table } = await local.client.send(new DescribeTableCommand({ TableName: stack }))
	await local.client.send(
		new CreateTableCommand({
			TableName: restored,
			KeySchema: Table?.KeySchema ?? [],
			AttributeDefinitions: Table?.AttributeDefinitions ?? [],
			BillingMode: 'PAY_PER_REQUEST',
		}),
	)
	await waitUntilTableExists({ client: local.client, maxWaitTime: 20, minDelay: 1 }, { TableName: restored })
	const days = Array.from({ length: 90 }, (_, i) => `day-${String(i).padStart(3, '0')}`)
	// More than a page of 1 MB.
	for (const day of days) await put(restored, day, 'x'.repeat(15_000))
	await put(stack, 'day-001', 'newer')
	await put(stack, 'day-999', 'only here')
})
afterAll(() => local.close())

const put = (table: string, period: string, said: string) =>
	local.client.send(new PutItemCommand({ TableName: table, Item: marshall({ courtyard: 'yard', period, said }) }))

async function said(): Promise<Map<string, string>> {
	const items = new Map<string, string>()
	let start: ScanCommandOutput['LastEvaluatedKey']
	do {
		const page: ScanCommandOutput = await local.client.send(
			new ScanCommand({ TableName: stack, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }),
		)
		for (const item of page.Items ?? []) {
			const { period, said } = unmarshall(item)
			items.set(String(period), String(said))
		}
		start = page.LastEvaluatedKey
	} while (start)
	return items
}

const copy = (overwrite: boolean) => copyTable(local.client, { from: restored, to: stack, overwrite }, () => {})

test('what is missing is added, what is there stays; a second run writes nothing', async () => {
	expect(await copy(false)).toEqual({ seen: 90, written: 89 })
	const items = await said()
	expect([items.size, items.get('day-001'), items.get('day-999')]).toEqual([91, 'newer', 'only here'])
	expect(await copy(false)).toEqual({ seen: 90, written: 0 })
})

test('with overwrite what is there is replaced, and what is only there stays', async () => {
	expect(await copy(true)).toEqual({ seen: 90, written: 90 })
	const items = await said()
	expect([items.get('day-001')?.length, items.get('day-999')]).toEqual([15_000, 'only here'])
})

test('a table with other keys is refused before anything is written', async () => {
	const wish = { from: restored, to: local.name('tasks'), overwrite: true }
	await expect(copyTable(local.client, wish, () => {})).rejects.toThrow(OtherKeys)
})
