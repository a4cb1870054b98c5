import { LambdaClient } from '@aws-sdk/client-lambda'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { LambdaChannelTester } from '../../../functions/adapters/channels/lambdaChannelTester.ts'
import { failed, type Invoke } from '../../../infra/local/lambda/invokeResult.ts'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'
import { type InvokeApi, startInvokeApi } from '../../../infra/local/lambda/startInvokeApi.ts'

const NOTIFY = 'Yard-Notify'
const asked: unknown[] = []
let answer: Awaited<ReturnType<Invoke>>
let api: InvokeApi
let tester: LambdaChannelTester
beforeAll(async () => {
	const notify: Invoke = async (event) => {
		asked.push(event)
		return answer
	}
	api = await startInvokeApi(() => new Map([[`arn:aws:lambda:us-east-1:000000000000:function:${NOTIFY}`, notify]]))
	const client = new LambdaClient({
		region: 'us-east-1',
		credentials: localCredentials,
		endpoint: api.url,
		maxAttempts: 1,
	})
	tester = new LambdaChannelTester(NOTIFY, client)
})
afterAll(() => api.close())
beforeEach(() => {
	asked.length = 0
})

test('a channel is tried by notify, and what came of it comes back as it was said', async () => {
	answer = { ok: true, payload: { is: 'sent' } }
	expect(await tester.test({ channel: 'robot', by: '王芳' })).toEqual({ is: 'sent' })
	expect(asked).toEqual([{ test: { channel: 'robot', by: '王芳' } }])
	answer = { ok: true, payload: { is: 'failed', error: 'example.org answered HTTP 500' } }
	expect(await tester.test({ channel: 'robot', by: '王芳' })).toEqual(answer.payload)
})

test('a fault of notify is a fault, not an answer; and nobody is told twice', async () => {
	answer = failed('Error', 'no tables')
	await expect(tester.test({ channel: 'robot', by: '王芳' })).rejects.toThrow('no tables')
	answer = { ok: true, payload: { is: 'unheard of' } }
	await expect(tester.test({ channel: 'robot', by: '王芳' })).rejects.toThrow()
	expect(asked).toHaveLength(2)
})
