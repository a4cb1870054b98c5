import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'
import { type LocalTables, localTables } from '../stores/localTables.ts'
import { fill, storesOf } from './township.ts'

const ROOT = join(import.meta.dirname, '../../..')

let home: LocalTables
let away: LocalTables
let folder: string
beforeAll(async () => {
	;[home, away, folder] = await Promise.all([localTables(), localTables(), mkdtemp(join(tmpdir(), 'commands-'))])
	await fill(storesOf(home))
})
afterAll(async () => {
	await Promise.all([home.close(), away.close(), rm(folder, { recursive: true, force: true })])
})

/** Runs a command as its npm script does, with the standard AWS environment. */
async function run({ client, name }: LocalTables, program: string, ...args: string[]) {
	const endpoint = await client.config.endpoint?.()
	if (endpoint === undefined) throw new Error('no endpoint')
	const tables = ['--registry', name('registry'), '--scores', name('scores')]
	const child = spawn(process.execPath, ['infra/local/launch.mjs', `../cli/${program}`, ...args, ...tables], {
		cwd: ROOT,
		env: {
			...process.env,
			AWS_ENDPOINT_URL_DYNAMODB: `http://${endpoint.hostname}:${endpoint.port}`,
			AWS_REGION: 'us-east-1',
			AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
			AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
		},
	})
	let [output, errors] = ['', '']
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		output += text
	})
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		errors += text
	})
	const code = await new Promise((resolve) => child.on('close', resolve))
	return { code, output, errors }
}

const file = (name: string): string => join(folder, name)

test('by the commands too the same bytes come out that went in, published ranking and all', async () => {
	expect(await run(home, 'export.ts', file('first.jsonl'))).toMatchObject({ code: 0 })
	expect((await stat(file('first.jsonl'))).mode & 0o077).toBe(0)
	expect(await run(away, 'import.ts', file('first.jsonl'), '--check')).toMatchObject({ code: 0 })
	expect(await run(away, 'import.ts', file('first.jsonl'))).toMatchObject({ code: 0 })
	expect(await run(away, 'export.ts', file('second.jsonl'))).toMatchObject({ code: 0 })
	const text = await readFile(file('first.jsonl'), 'utf8')
	expect(await readFile(file('second.jsonl'), 'utf8')).toBe(text)
	expect(text).toContain('"is":"ranking-entry"')
}, 60_000)

test('faults end with code 1 and the number of the line, wrong usage with 2; help says what is not included', async () => {
	await writeFile(file('bad.jsonl'), '{"is":"export","format":1,"schema":1}\n{"is":"village"}\n')
	expect(await run(away, 'import.ts', file('bad.jsonl'))).toMatchObject({
		code: 1,
		errors: expect.stringContaining('line 2'),
	})
	expect(await run(away, 'import.ts', file('none.jsonl'))).toMatchObject({ code: 1 })
	expect(await run(away, 'export.ts')).toMatchObject({ code: 2 })
	for (const program of ['export.ts', 'import.ts'])
		expect((await run(away, program, '--help')).output).toMatch(/not included: 读数 readings, 照片 photos/)
}, 60_000)

test('tables are migrated by the command, and --check says so', async () => {
	expect(await run(away, 'migrate.ts', '--check')).toMatchObject({ code: 1, output: 'Layout 0 of 1.\n' })
	expect(await run(away, 'migrate.ts')).toMatchObject({
		code: 0,
		output: expect.stringContaining('From layout 0 to 1.'),
	})
	expect(await run(away, 'migrate.ts')).toMatchObject({ code: 0, output: 'Layout 1: nothing to do.\n' })
	expect(await run(away, 'migrate.ts', '--check')).toMatchObject({ code: 0 })
}, 60_000)
