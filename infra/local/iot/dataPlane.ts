import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { defaultMaxPayloadBytes } from './broker.ts'
import { DataPlaneError, readPublish } from './dataPlaneRequest.ts'
import type { ServiceReply } from './mqttService.ts'
import { answerShadowRequest, isShadowRequest } from './shadow/shadowRequest.ts'
import type { Shadows } from './shadow/shadows.ts'
import { listen } from './tlsListener.ts'
import { UnacceptableMessage } from './unacceptableMessage.ts'

export type DataPlaneOptions = {
	/** 0 takes a free port. */
	readonly port: number
	readonly host?: string
	readonly publish: (topic: string, payload: Buffer, options: { qos: 0 | 1; retain: boolean }) => Promise<void>
	/** Named shadows, and who is told of their changes. */
	readonly shadows?: { readonly of: Shadows; readonly tell: (replies: readonly ServiceReply[]) => Promise<void> }
	readonly maxPayloadBytes?: number
	readonly log?: (line: string) => void
}

export type DataPlane = { readonly port: number; readonly url: string; close(): Promise<void> }

/**
 * AWS IoT's data plane, publishing and named shadows, for the unmodified SDK client and the AWS CLI. IAM is not evaluated:
 * whoever reaches this port on this machine may publish, as with the other local services.
 * @throws StartError where the port is taken.
 */
export const startDataPlane = async (options: DataPlaneOptions): Promise<DataPlane> => {
	const { host = '127.0.0.1', maxPayloadBytes = defaultMaxPayloadBytes, log = () => {} } = options
	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		try {
			const url = new URL(request.url ?? '/', 'http://localhost')
			if (options.shadows && isShadowRequest(url)) {
				const { answer: body, told } = await answerShadowRequest(request, url, options.shadows.of, maxPayloadBytes)
				await options.shadows.tell(told)
				send(response, 200, body)
				return
			}
			const { topic, payload, qos, retain } = await readPublish(request, maxPayloadBytes)
			await options.publish(topic, payload, { qos, retain })
			send(response, 200, { message: 'OK' })
		} catch (fault) {
			const error = toDataPlaneError(fault)
			if (error.status === 500) log(`data plane: ${String(fault)}`)
			// The rest of a body that was not read must not be taken for the next request.
			if (!request.complete) response.setHeader('connection', 'close')
			response.setHeader('x-amzn-ErrorType', error.code)
			send(response, error.status, { message: error.message })
		}
	}
	const server = createServer((request, response) => {
		answer(request, response).catch((fault: unknown) => log(`data plane: ${String(fault)}`))
	})
	const port = await listen(server, options.port, host, '--iot-data-port')
	return {
		port,
		url: `http://${host}:${port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve())
				server.closeIdleConnections()
			}),
	}
}

const toDataPlaneError = (fault: unknown): DataPlaneError => {
	if (fault instanceof DataPlaneError) return fault
	if (fault instanceof UnacceptableMessage) return new DataPlaneError(400, 'InvalidRequestException', fault.message)
	return new DataPlaneError(500, 'InternalFailureException', 'An unexpected error has occurred.')
}

const send = (response: ServerResponse, status: number, body: object): void => {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
