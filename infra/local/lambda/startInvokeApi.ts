import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { listen } from '../iot/tlsListener.ts'
import type { Invoke } from './invokeResult.ts'

export type InvokeApi = { readonly url: string; close(): Promise<void> }
type Answer = { status: number; headers?: Record<string, string>; body: string }

const INVOCATIONS = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/

/**
 * Lambda's Invoke, for the unmodified SDK and `aws lambda invoke`: what runs by the clock can be run at once. Functions are
 * called by name or ARN. Any other call is refused.
 * @param functions by ARN, asked at each call: functions that call each other are started with the address of this
 */
export const startInvokeApi = async (functions: () => ReadonlyMap<string, Invoke>, port = 0): Promise<InvokeApi> => {
	const answer = async (request: IncomingMessage): Promise<Answer> => {
		const [, encoded = ''] = INVOCATIONS.exec(new URL(request.url ?? '', 'http://local').pathname) ?? []
		const name = decodeURIComponent(encoded)
		const found = [...functions()].find(([arn]) => arn === name || arn.endsWith(`:function:${name}`))
		if (request.method !== 'POST' || found === undefined) return refusal(404, 'ResourceNotFoundException', name)
		const event = await text(request)
		const result = await found[1](event === '' ? {} : JSON.parse(event))
		if (result.ok) return { status: 200, body: JSON.stringify(result.payload) ?? 'null' }
		const { errorType, errorMessage } = result
		return {
			status: 200,
			headers: { 'x-amz-function-error': 'Unhandled' },
			body: JSON.stringify({ errorType, errorMessage }),
		}
	}
	const server = createServer((request, response) => {
		answer(request)
			.catch(() => refusal(400, 'InvalidRequestContentException', 'the event should be JSON'))
			.then(({ status, headers, body }) => {
				response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
			})
	})
	const bound = await listen(server, port, '127.0.0.1', '--lambda-port')
	return {
		url: `http://127.0.0.1:${bound}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve())
				server.closeAllConnections()
			}),
	}
}

const refusal = (status: number, type: string, message: string): Answer => ({
	status,
	headers: { 'x-amzn-errortype': type },
	body: JSON.stringify({ Type: 'User', message }),
})
