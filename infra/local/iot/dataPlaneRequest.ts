import type { IncomingMessage } from 'node:http'
import { AwsError, readBody, requireSignature } from './awsRequest.ts'

export type PublishRequest = {
	readonly topic: string
	readonly payload: Buffer
	readonly qos: 0 | 1
	readonly retain: boolean
}

const invalid = (message: string): AwsError => new AwsError(400, 'InvalidRequestException', message)

/**
 * Reads `POST /topics/{topic}?qos=0|1&retain=true|false`; the body is the payload.
 * @throws AwsError for any other request.
 */
export const readPublish = async (request: IncomingMessage, maxBytes: number): Promise<PublishRequest> => {
	const url = new URL(request.url ?? '/', 'http://localhost')
	if (!url.pathname.startsWith('/topics/')) {
		throw new AwsError(
			404,
			'ResourceNotFoundException',
			'The local edition has Publish (/topics/{topic}) and named shadows (/things/{thing}/shadow?name={name}).',
		)
	}
	if (request.method !== 'POST') {
		throw new AwsError(405, 'MethodNotAllowedException', `${request.method} is not supported for a topic.`)
	}
	requireSignature(request)
	return {
		topic: readTopic(url.pathname.slice('/topics/'.length)),
		qos: readOne(url, 'qos', { '0': 0, '1': 1 }, 0),
		retain: readOne(url, 'retain', { true: true, false: false }, false),
		payload: await readBody(request, maxBytes),
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
