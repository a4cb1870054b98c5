import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { QueueDefinition } from './queueDefinition.ts'
import type { QueueService } from './queueService.ts'
import { SqsError } from './sqsError.ts'
import { type SqsHandlers, sqsHandlers } from './sqsOperations.ts'
import { isSqsOperation, type SqsOperation, sqsRequests } from './sqsRequest.ts'

const account = '000000000000'
/** A message of 1 MiB, as JSON may escape it, and ten receipt handles. */
const maxRequestBytes = 8 * 1024 * 1024
const targetPrefix = 'AmazonSQS.'

const readBody = async (request: IncomingMessage): Promise<unknown> => {
	const chunks: Buffer[] = []
	let size = 0
	for await (const chunk of request) {
		size += chunk.length
		if (size > maxRequestBytes) throw new SqsError('InvalidParameterValueException', 'The request is too long.')
		chunks.push(chunk)
	}
	const text = Buffer.concat(chunks).toString('utf8')
	try {
		return text === '' ? {} : JSON.parse(text)
	} catch {
		throw new SqsError('InvalidParameterValueException', 'The request is not JSON.')
	}
}

const operationOf = (request: IncomingMessage): SqsOperation => {
	const target = request.headers['x-amz-target']
	const name = typeof target === 'string' && target.startsWith(targetPrefix) ? target.slice(targetPrefix.length) : ''
	if (isSqsOperation(name)) return name
	throw new SqsError(
		'UnsupportedOperation',
		name === ''
			? 'This address speaks the AWS JSON protocol of SQS: use an AWS SDK or the AWS CLI with --endpoint-url.'
			: `The local queue does not support ${name}: its queues come from the template.`,
	)
}

/** Parses the request by the operation's own schema, which is what ties the handler's type to its name. */
const perform = <Operation extends SqsOperation>(
	handlers: SqsHandlers,
	operation: Operation,
	body: unknown,
	signal: AbortSignal,
): unknown => {
	const parsed = sqsRequests[operation].safeParse(body)
	if (parsed.success) {
		const handler: (request: never, signal: AbortSignal) => unknown = handlers[operation]
		return handler(parsed.data as never, signal)
	}
	const [issue] = parsed.error.issues
	const where = issue?.path.join('.') ?? ''
	throw new SqsError('InvalidParameterValueException', `Value of ${where} is invalid. Reason: ${issue?.message}.`)
}

const answer = (response: ServerResponse, status: number, body: unknown): void => {
	const text = body === undefined ? '' : JSON.stringify(body)
	response.writeHead(status, {
		'Content-Type': 'application/x-amz-json-1.0',
		'Content-Length': Buffer.byteLength(text),
		'x-amzn-RequestId': randomUUID(),
	})
	response.end(text)
}

const answerError = (response: ServerResponse, cause: unknown): void => {
	if (!(cause instanceof SqsError)) console.error('SQS API:', cause)
	const error =
		cause instanceof SqsError ? cause : new SqsError('InternalFailure', 'The local queue failed; see its log.')
	response.setHeader('x-amzn-query-error', `${error.queryCode};${error.fault}`)
	answer(response, error.fault === 'Sender' ? 400 : 500, {
		__type: `com.amazonaws.sqs#${error.shape}`,
		message: error.message,
	})
}

/**
 * Serves the queues by the AWS JSON 1.0 protocol on 127.0.0.1, for the unmodified AWS CLI and SDKs. Signatures are not
 * checked: whoever may open a local port may use it. A web page may not: its request would need a preflight, which is
 * not answered. `port` 0 takes a free one; a taken port rejects with EADDRINUSE.
 */
export const startSqsApi = async (service: QueueService, { port = 0 }: { port?: number } = {}) => {
	let endpoint = ''
	const handlers = sqsHandlers(service, ({ name }: QueueDefinition) => `${endpoint}/${account}/${name}`)
	const server = createServer(async (request, response) => {
		const gone = new AbortController()
		// A receiver that hung up would leave its messages hidden for a visibility timeout: give it none.
		response.on('close', () => gone.abort())
		try {
			answer(response, 200, await perform(handlers, operationOf(request), await readBody(request), gone.signal))
		} catch (cause) {
			if (!response.destroyed) answerError(response, cause)
		}
	})
	// Longer than clients keep a connection idle, so that none is closed while a request is on its way.
	server.keepAliveTimeout = 65_000
	server.listen(port, '127.0.0.1')
	await once(server, 'listening')
	const address = server.address()
	if (address === null || typeof address === 'string') throw new Error('The SQS API has no port')
	endpoint = `http://127.0.0.1:${address.port}`
	return {
		endpoint,
		queueUrl: (queue: string): string => `${endpoint}/${account}/${queue}`,
		close: (): Promise<void> =>
			new Promise((resolve) => {
				server.close(() => resolve())
				server.closeAllConnections()
			}),
	}
}
