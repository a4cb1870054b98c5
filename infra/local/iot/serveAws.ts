import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { AwsError } from './awsRequest.ts'
import { listen } from './tlsListener.ts'

export type AwsServiceOptions = {
	/** 0 takes a free port. */
	readonly port: number
	readonly host?: string
	/** Of the command line, for another port. */
	readonly option: string
	/** What it is called in the log. */
	readonly name: string
	readonly answer: (request: IncomingMessage, url: URL) => Promise<object>
	/** What a fault is to the caller; undefined: ours. */
	readonly errorOf?: (fault: unknown) => AwsError | undefined
	readonly log?: (line: string) => void
}

export type AwsService = { readonly port: number; readonly url: string; close(): Promise<void> }

/**
 * Serves calls of AWS in JSON, with errors in AWS's form. IAM is not evaluated: whoever reaches the port on this machine
 * may call it. @throws StartError where the port is taken.
 */
export const serveAws = async (options: AwsServiceOptions): Promise<AwsService> => {
	const { host = '127.0.0.1', name, errorOf = () => undefined, log = () => {} } = options
	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		try {
			send(response, 200, await options.answer(request, new URL(request.url ?? '/', 'http://localhost')))
		} catch (fault) {
			const error = fault instanceof AwsError ? fault : (errorOf(fault) ?? ours())
			if (error.status === 500) log(`${name}: ${String(fault)}`)
			// The rest of a body that was not read must not be taken for the next request.
			if (!request.complete) response.setHeader('connection', 'close')
			response.setHeader('x-amzn-ErrorType', error.code)
			send(response, error.status, { message: error.message })
		}
	}
	const server = createServer((request, response) => {
		answer(request, response).catch((fault: unknown) => log(`${name}: ${String(fault)}`))
	})
	const port = await listen(server, options.port, host, options.option)
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

const ours = (): AwsError => new AwsError(500, 'InternalFailureException', 'An unexpected error has occurred.')

const send = (response: ServerResponse, status: number, body: object): void => {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
