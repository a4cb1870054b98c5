import { afterAll, beforeAll, expect, test } from 'vitest'
import { failed, type Invoke } from '../../../infra/local/lambda/invokeResult.ts'
import { type InvokeApi, startInvokeApi } from '../../../infra/local/lambda/startInvokeApi.ts'

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:Yard-Notify'
const events: unknown[] = []
const invoke: Invoke = async (event) => {
	events.push(event)
	return events.length === 1 ? { ok: true, payload: { sent: 3 } } : failed('Error', 'no tables')
}

let api: InvokeApi
beforeAll(async () => {
	api = await startInvokeApi(() => new Map([[arn, invoke]]))
})
afterAll(() => api.close())

const call = (name: string, body?: string, method = 'POST') =>
	fetch(`${api.url}/2015-03-31/functions/${name}/invocations`, { method, ...(body === undefined ? {} : { body }) })

test('a function is called by its name or ARN, and what it failed with is told as Lambda tells it', async () => {
	const first = await call('Yard-Notify', '{"now":true}')
	expect(await first.json()).toEqual({ sent: 3 })
	expect(first.headers.has('x-amz-function-error')).toBe(false)
	const second = await call(encodeURIComponent(arn))
	expect(second.headers.get('x-amz-function-error')).toBe('Unhandled')
	expect(await second.json()).toEqual({ errorType: 'Error', errorMessage: 'no tables' })
	expect(events).toEqual([{ now: true }, {}])
})

test('a function that does not exist, another call and an event that is no JSON are refused', async () => {
	expect((await call('Nobody')).status).toBe(404)
	expect((await call('Yard-Notify', undefined, 'PUT')).status).toBe(404)
	expect((await call('Yard-Notify', '{')).status).toBe(400)
	expect((await fetch(`${api.url}/2015-03-31/functions`)).status).toBe(404)
})
