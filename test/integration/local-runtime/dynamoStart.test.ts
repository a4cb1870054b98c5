import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { expect, onTestFinished, test } from 'vitest'
import { type DynamoOptions, startDynamo } from '../../../infra/local/dynamo/startDynamo.ts'
import { StartError } from '../../../infra/local/startError.ts'
import { clientOf, region, tasksTable } from './dynamoFixture.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** These are about the built-in engine and its process, whatever DYNAMODB_ENDPOINT says. */
const start = async (options: Pick<DynamoOptions, 'dataDir'> & Partial<DynamoOptions>) => {
	const engine = await startDynamo({ region, tables: [tasksTable('Tasks')], log: () => {}, ...options })
	const client = clientOf(engine.endpoint)
	const close = async () => {
		client.destroy()
		await engine.close()
	}
	onTestFinished(close)
	return { engine, client, close }
}

const item = { task: { S: 't1' }, part: { S: 'head' } }
const get = new GetItemCommand({ TableName: 'Tasks', Key: item, ConsistentRead: true })

test('items survive a restart, and an existing table is left alone', async () => {
	const dataDir = temporaryFolder()
	const before = await start({ dataDir })
	await before.client.send(new PutItemCommand({ TableName: 'Tasks', Item: item }))
	await before.close()
	const after = await start({ dataDir })
	expect((await after.client.send(get)).Item).toEqual(item)
})

test('a table that exists with other keys stops the start and is named', async () => {
	const dataDir = temporaryFolder()
	await (await start({ dataDir })).close()
	const wanted = tasksTable('Tasks')
	const properties = { ...(wanted.properties as object), GlobalSecondaryIndexes: [] }
	const refused = start({ dataDir, tables: [{ ...wanted, properties }] })
	await expect(refused).rejects.toThrow(/Table Tasks exists with other keys: it has .*byDue.*, the stack wants/)
	await expect(refused).rejects.toBeInstanceOf(StartError)
})

test('a table with a stream stops the start, naming the resource', async () => {
	const wanted = tasksTable('Tasks')
	const properties = { ...(wanted.properties as object), StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }
	await expect(start({ dataDir: temporaryFolder(), tables: [{ ...wanted, properties }] })).rejects.toThrow(
		/AWS::DynamoDB::GlobalTable TasksTable: StreamSpecification/,
	)
})

test('a killed program leaves no engine behind, loses nothing, and the next start finds the folder free', async () => {
	const dataDir = temporaryFolder()
	const program = fileURLToPath(new URL('./killedDatabase.ts', import.meta.url))
	const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
	const [written] = await once(createInterface({ input: child.stdout }), 'line')
	child.kill('SIGKILL')
	const { client } = await start({ dataDir })
	const key = { task: { S: 't1' }, part: { S: String(written) } }
	expect((await client.send(new GetItemCommand({ TableName: 'Tasks', Key: key }))).Item).toEqual(key)
})

test('an engine that ended is started again at the same address', async () => {
	const lines: string[] = []
	const { client, engine } = await start({ dataDir: temporaryFolder(), log: (line) => lines.push(line) })
	await client.send(new PutItemCommand({ TableName: 'Tasks', Item: item }))
	process.kill(engine.pid() ?? 0, 'SIGKILL')
	await expect
		.poll(async () => (await client.send(get).catch(() => undefined))?.Item, { timeout: 10_000 })
		.toEqual(item)
	expect(lines).toContainEqual(expect.stringMatching(/ended \(SIGKILL\); starting it again/))
})

test('a taken port stops the start with the cause', async () => {
	const server = createServer().listen(0, '127.0.0.1')
	await once(server, 'listening')
	onTestFinished(() => {
		server.close()
	})
	const { port } = server.address() as AddressInfo
	await expect(start({ dataDir: temporaryFolder(), port })).rejects.toThrow(/EADDRINUSE/)
})

test('another engine that does not answer stops the start, naming its address', async () => {
	const endpoint = 'http://127.0.0.1:1'
	await expect(start({ dataDir: temporaryFolder(), endpoint })).rejects.toThrow(/127\.0\.0\.1:1 cannot be used/)
})

test('another engine that answers is used, and nothing is started here', async () => {
	const first = await start({ dataDir: temporaryFolder() })
	const second = await start({ dataDir: temporaryFolder(), endpoint: first.engine.endpoint })
	expect(second.engine).toMatchObject({ endpoint: first.engine.endpoint })
	expect(second.engine.pid()).toBeUndefined()
})
