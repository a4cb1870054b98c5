import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from '../iot/tlsListener.ts'
import { type GatewayResponse, gatewayMessage, internalServerError } from './gatewayResponse.ts'
import type { HandleRequest } from './handleRequest.ts'
import type { ReceivedRequest } from './payloadEvent.ts'
import { readBody } from './requestBody.ts'

export interface HttpApiOptions {
	/** 0 takes a free one. */
	readonly port: number
	readonly handle: HandleRequest
	/** What the local edition itself serves beside the API (its issuer, its receiver of alerts); undefined where the address is not its own. */
	readonly beside?: (request: ReceivedRequest) => Promise<GatewayResponse | undefined>
	readonly now?: () => number
}

export interface RunningHttpApi {
	readonly url: string
	close(): Promise<void>
}

/** Serves the API on 127.0.0.1. Throws a StartError where the port is taken. */
export const startHttpApi = async ({
	port,
	handle,
	beside,
	now = Date.now,
}: HttpApiOptions): Promise<RunningHttpApi> => {
	const respond = async (request: IncomingMessage, requestId: string): Promise<GatewayResponse> => {
		const { method = 'GET', url: target = '/', headers, socket } = request
		const body = await readBody(request)
		if (body === undefined) return gatewayMessage(413, 'Request Entity Too Large')
		const sourceIp = socket.remoteAddress ?? '127.0.0.1'
		const forwarded = {
			'x-forwarded-for': sourceIp,
			'x-forwarded-port': String(socket.localPort),
			'x-forwarded-proto': 'http',
		}
		const received = { method, target, headers: { ...headers, ...forwarded }, body, sourceIp, at: now(), requestId }
		return (await beside?.(received)) ?? handle(received)
	}
	const server = createServer(async (request, response) => {
		const requestId = randomUUID()
		try {
			send(response, await respond(request, requestId), requestId)
		} catch (fault) {
			if (response.destroyed) return
			console.error(`HTTP API: ${request.method} ${request.url}:`, fault)
			send(response, internalServerError, requestId)
		}
	})
	const bound = await listen(server, port, '127.0.0.1', '--port')
	return {
		url: `http://127.0.0.1:${bound}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve())
				server.closeAllConnections()
			}),
	}
}

const send = (response: ServerResponse, { status, headers, body }: GatewayResponse, requestId: string): void => {
	response.writeHead(status, {
		...Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
		),
		...(status === 304 ? {} : { 'content-length': Buffer.byteLength(body) }),
		'apigw-requestid': requestId,
	})
	response.end(body)
}
