import type { IncomingMessage } from 'node:http'

/** An error in AWS's form: the code is the exception's name in the SDK. */
export class DataPlaneError extends Error {
	readonly status: number
	readonly code: string

	constructor(status: number, code: string, message: string) {
		super(message)
		this.status = status
		this.code = code
	}
}

export type PublishRequest = {
	readonly topic: string
	readonly payload: Buffer
	readonly qos: 0 | 1
	readonly retain: boolean
}

const invalid = (message: string): DataPlaneError => new DataPlaneError(400, 'InvalidRequestException', message)

/**
 * Reads `POST /topics/{topic}?qos=0|1&retain=true|false`; the body is the payload.
 * @throws DataPlaneError for any other request.
 */
export const readPublish = async (request: IncomingMessage, maxBytes: number): Promise<PublishRequest> => {
	const url = new URL(request.url ?? '/', 'http://localhost')
	if (!url.pathname.startsWith('/topics/')) {
		throw new DataPlaneError(
			404,
			'ResourceNotFoundException',
			'The local edition has Publish (/topics/{topic}) and named shadows (/things/{thing}/shadow?name={name}).',
		)
	}
	if (request.method !== 'POST') {
		throw new DataPlaneError(405, 'MethodNotAllowedException', `${request.method} is not supported for a topic.`)
	}
	requireSignature(request)
	return {
		topic: readTopic(url.pathname.slice('/topics/'.length)),
		qos: readOne(url, 'qos', { '0': 0, '1': 1 }, 0),
		retain: readOne(url, 'retain', { true: true, false: false }, false),
		payload: await readBody(request, maxBytes),
	}
}

/** Every SDK signs. A page in a browser cannot set this header across origins without being allowed to, and it is not. */
export const requireSignature = (request: IncomingMessage): void => {
	if (!request.headers.authorization?.startsWith('AWS4-')) {
		throw new DataPlaneError(403, 'ForbiddenException', 'The request is not signed (any credentials will do).')
	}
}

const readTopic = (encoded: string): string => {
	try {
		return decodeURIComponent(encoded)
	} catch {
		throw invalid('The topic is not encoded as a URL needs it.')
	}
}

const readOne = <T>(url: URL, name: string, values: Readonly<Record<string, T>>, absent: T): T => {
	const text = url.searchParams.get(name)
	if (text === null) return absent
	const value = Object.hasOwn(values, text) ? values[text] : undefined
	if (value === undefined) throw invalid(`${name} is ${Object.keys(values).join(' or ')}, not ${JSON.stringify(text)}.`)
	return value
}

export const readBody = async (request: IncomingMessage, maxBytes: number): Promise<Buffer> => {
	const chunks: Buffer[] = []
	let size = 0
	// Not destroyed at the throw below: the answer still has to go out on the same socket.
	for await (const chunk of request.iterator({ destroyOnReturn: false })) {
		chunks.push(chunk)
		size += chunk.length
		if (size > maxBytes) {
			throw new DataPlaneError(413, 'RequestEntityTooLargeException', `The payload exceeds ${maxBytes} bytes.`)
		}
	}
	return Buffer.concat(chunks)
}
