import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startFunction } from '../../../infra/local/lambda/startFunction.ts'
import { functionOf } from './functionFixture.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const identity = 'return { pid: process.pid }'

describe('an invocation', () => {
	test('hands the event over and the answer back as JSON', async () => {
		const { invoke } = functionOf('export const handler = async (event) => ({ got: event, none: undefined })')
		expect(await invoke({ at: '氨气', list: [1, null] })).toEqual({
			ok: true,
			payload: { got: { at: '氨气', list: [1, null] } },
		})
	})

	test('sees the environment and context of Lambda, and nothing of ours', async () => {
		process.env.SECRET_OF_THE_HOST = 'x'
		onTestFinished(() => {
			delete process.env.SECRET_OF_THE_HOST
		})
		const { invoke } = functionOf(
			`export const handler = async (event, context) => ({
				env: process.env, remaining: context.getRemainingTimeInMillis(), context, hours: new Date(0).getHours(),
			})`,
			{ environment: { TABLE: 'telemetry' } },
		)
		const result = await invoke({})
		expect(result).toMatchObject({
			ok: true,
			payload: {
				env: {
					TABLE: 'telemetry',
					AWS_REGION: 'us-east-1',
					AWS_LAMBDA_FUNCTION_NAME: 'ingest',
					AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
					AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1',
				},
				context: {
					functionName: 'ingest',
					functionVersion: '$LATEST',
					memoryLimitInMB: '128',
					invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:ingest',
					awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
				},
				hours: 0,
			},
		})
		const { env, remaining } = (result as unknown as { payload: { env: object; remaining: number } }).payload
		expect(env).not.toHaveProperty('SECRET_OF_THE_HOST')
		expect(remaining).toBeGreaterThan(4000)
		expect(remaining).toBeLessThanOrEqual(5000)
	})

	test('a CommonJS index.js runs as on Lambda, also below a package.json of ES modules', async () => {
		const root = temporaryFolder()
		writeFileSync(join(root, 'package.json'), '{"type":"module"}')
		const assetDir = join(root, 'asset')
		mkdirSync(assetDir)
		writeFileSync(join(assetDir, 'index.js'), `const { sep } = require('path'); exports.handler = async () => sep`)
		const { invoke, close } = startFunction({
			name: 'cjs',
			arn: 'arn',
			region: 'us-east-1',
			assetDir,
			handler: 'index.handler',
			environment: {},
			timeoutSeconds: 5,
			memorySize: 128,
			concurrency: 1,
			log: () => {},
		})
		onTestFinished(close)
		expect(await invoke({})).toEqual({ ok: true, payload: '/' })
	})

	test('its console lines reach the log', async () => {
		const { invoke, lines } = functionOf(
			`export const handler = async () => { console.log('out'); console.error('err') }`,
		)
		expect(await invoke({})).toEqual({ ok: true, payload: null })
		await expect.poll(() => lines.toSorted()).toEqual(['err', 'out'])
	})
})

describe('processes', () => {
	test('one process serves invocations one after another, and stays warm', async () => {
		const { invoke } = functionOf(`let busy = 0
			export const handler = async () => { busy += 1; await new Promise((r) => setTimeout(r, 20)); busy -= 1; return { busy, pid: process.pid } }`)
		const results = await Promise.all([invoke({}), invoke({}), invoke({})])
		expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
		expect(results[0]).toMatchObject({ ok: true, payload: { busy: 0 } })
	})

	test('as many processes as the concurrency work at once', async () => {
		const { invoke } = functionOf(
			`export const handler = async () => { await new Promise((r) => setTimeout(r, 300)); ${identity} }`,
			{ concurrency: 2 },
		)
		const results = await Promise.all([invoke({}), invoke({})])
		expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(2)
	})

	test('closing lets the running invocation end', async () => {
		const { invoke, close } = functionOf(
			`export const handler = () => new Promise((r) => setTimeout(() => r('done'), 300))`,
		)
		const running = invoke({})
		await close()
		expect(await running).toEqual({ ok: true, payload: 'done' })
	})

	test('they end when the runner is killed', async () => {
		const assetDir = temporaryFolder()
		writeFileSync(join(assetDir, 'index.mjs'), `export const handler = async () => process.pid`)
		const runner = fileURLToPath(new URL('./killedRunner.ts', import.meta.url))
		const child = spawn(process.execPath, [runner, assetDir], { stdio: ['ignore', 'pipe', 'inherit'] })
		const [line] = await once(createInterface({ input: child.stdout }), 'line')
		const pid = Number(line)
		expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain('bootstrap')
		child.kill('SIGKILL')
		await expect.poll(() => running(pid), { timeout: 5000 }).toBe(false)
	})
})

/** Whether the process exists and is more than a zombie that its new parent has not reaped yet. */
const running = (pid: number): boolean => {
	try {
		return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
	} catch {
		return false
	}
}

describe('failures', () => {
	test('a thrown error gives its type and message, and the process stays', async () => {
		const { invoke } = functionOf(`export const handler = async (event) => {
			if (event.fail) throw Object.assign(new Error('the table is gone'), { name: 'ResourceNotFoundException' })
			${identity} }`)
		const before = await invoke({})
		expect(await invoke({ fail: true })).toEqual({
			ok: false,
			errorType: 'ResourceNotFoundException',
			errorMessage: 'the table is gone',
			timedOut: false,
		})
		expect(await invoke({})).toEqual(before)
	})

	test.each([
		['an endless wait', 'await new Promise(() => {})'],
		['a busy loop', 'for (;;);'],
	])('%s is ended at the time-out, and the next invocation gets a fresh process', async (_, hang) => {
		const { invoke } = functionOf(
			`export const handler = async (event) => { if (event.hang) { ${hang} } ${identity} }`,
			{
				timeoutSeconds: 1,
			},
		)
		const before = await invoke({})
		expect(await invoke({ hang: true })).toMatchObject({
			ok: false,
			timedOut: true,
			errorMessage: 'Task timed out after 1.00 seconds',
		})
		const after = await invoke({})
		expect(after.ok).toBe(true)
		expect(after).not.toEqual(before)
	})

	test.each([
		['process.exit', 'process.exit(3)', /exit status 3/],
		['an unhandled rejection', `Promise.reject(new Error('lost')); await new Promise(() => {})`, /exit status 1/],
		[
			'running out of memory',
			'const hoard = []; for (;;) hoard.push(new Array(1e5).fill(hoard.length + 0.5))',
			/signal/,
		],
	])('%s is a Runtime.ExitError, and the next invocation gets a fresh process', async (_, crash, errorMessage) => {
		const { invoke } = functionOf(
			`export const handler = async (event) => { if (event.crash) { ${crash} } return 'well' }`,
			{
				timeoutSeconds: 20,
			},
		)
		expect(await invoke({ crash: true })).toEqual({
			ok: false,
			errorType: 'Runtime.ExitError',
			errorMessage: expect.stringMatching(errorMessage),
			timedOut: false,
		})
		expect(await invoke({})).toEqual({ ok: true, payload: 'well' })
	})

	test('a bundle that fails while it loads gives its own error, each time', async () => {
		const { invoke } = functionOf(`throw new TypeError('REGISTRY_TABLE is not set')`)
		const failure = { ok: false, errorType: 'TypeError', errorMessage: 'REGISTRY_TABLE is not set', timedOut: false }
		expect(await invoke({})).toEqual(failure)
		expect(await invoke({})).toEqual(failure)
	})

	test('a handler that is not exported is named', async () => {
		const { invoke } = functionOf('export const other = 1')
		expect(await invoke({})).toMatchObject({ errorType: 'Runtime.HandlerNotFound', errorMessage: /index\.handler/ })
	})
})
