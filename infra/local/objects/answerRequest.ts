import type { IncomingMessage } from 'node:http'
import type { ObjectFacts, ObjectFolder } from './objectFolder.ts'
import { receiveForm } from './receiveForm.ts'
import { S3Error } from './s3Error.ts'
import { checkRequest } from './signedRequest.ts'

export interface Answer {
	readonly status: number
	readonly headers: Readonly<Record<string, string | number>>
	readonly body: Buffer
}

/** What a request is about. */
export interface Target {
	readonly url: URL
	readonly bucket: string
	readonly key: string
	/** Undefined where there is no such bucket. */
	readonly objects: ObjectFolder | undefined
	/** It comes from a page that the bucket's CORS rules let in. */
	readonly isFromSite: boolean
}

const none = Buffer.alloc(0)

/** Does what a request asks for. @throws S3Error for what it may not, and for what is not there */
export const answerRequest = async (request: IncomingMessage, target: Target, now: number): Promise<Answer> => {
	const { objects, bucket, key, url } = target
	const { method = '', headers } = request
	if (method === 'OPTIONS') {
		if (target.isFromSite) return { status: 200, headers: {}, body: none }
		throw new S3Error('AccessDenied', 'CORSResponse: This CORS request is not allowed.')
	}
	if (!objects) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist')
	if (method === 'POST') {
		const { etag } = await receiveForm(request, bucket, objects, now)
		return { status: 204, headers: { etag: `"${etag}"` }, body: none }
	}
	const hash = checkRequest({ method, path: url.pathname, query: url.searchParams, headers }, now)
	switch (method) {
		case 'GET':
		case 'HEAD': {
			const facts = await objects.facts(key)
			if (!facts) throw new S3Error('NoSuchKey', 'The specified key does not exist.')
			const body = method === 'GET' ? await objects.content(key) : none
			return { status: 200, headers: headersOf(facts), body }
		}
		case 'PUT': {
			const arrived = await objects.receive(key, request)
			if (hash !== undefined && hash !== arrived.sha256) {
				await objects.discard(arrived)
				throw new S3Error('XAmzContentSHA256Mismatch', 'What came is not what was signed.')
			}
			const type = headers['content-type'] ?? 'binary/octet-stream'
			const { etag } = await objects.put(key, arrived, type, headers['if-none-match'] === '*')
			return { status: 200, headers: { etag: `"${etag}"` }, body: none }
		}
		default:
			throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.')
	}
}

const headersOf = ({ type, size, etag, at }: ObjectFacts): Answer['headers'] => ({
	'content-type': type,
	'content-length': size,
	etag: `"${etag}"`,
	'last-modified': new Date(at).toUTCString(),
})
