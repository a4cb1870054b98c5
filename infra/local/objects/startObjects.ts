import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { listen } from '../iot/tlsListener.ts'
import { type Answer, answerRequest } from './answerRequest.ts'
import type { BucketDefinition } from './bucketDefinition.ts'
import { corsHeaders } from './cors.ts'
import { ObjectFolder } from './objectFolder.ts'
import { S3Error } from './s3Error.ts'

const SWEEP_MS = 3_600_000

export interface ObjectsOptions {
	/** 0 takes a free one. */
	readonly port: number
	readonly buckets: readonly BucketDefinition[]
	/** Each bucket is a folder in it. */
	readonly folder: string
	readonly log: (line: string) => void
	readonly now?: () => number
}

export interface Objects {
	readonly endpoint: string
	close(): Promise<void>
}

/**
 * Serves buckets on 127.0.0.1 by what of the S3 protocol this service uses: forms with a signed policy (POST), signed
 * requests (GET, HEAD, PUT) and signed addresses, all by Signature Version 4, which is checked; and CORS. What the rules of
 * a bucket let expire is deleted each hour. Throws a StartError where the port is taken.
 */
export const startObjects = async (options: ObjectsOptions): Promise<Objects> => {
	const { port, buckets, folder, log, now = Date.now } = options
	const open = new Map(
		buckets.map((bucket) => [
			bucket.name,
			{ bucket, objects: new ObjectFolder(bucket, join(folder, bucket.name), now) },
		]),
	)
	for (const { objects } of open.values()) await objects.clearArriving()
	const expire = async (): Promise<void> => {
		for (const { bucket, objects } of open.values()) {
			const gone = await objects.expire()
			if (gone > 0) log(`${gone} objects of ${bucket.name} have expired`)
		}
	}
	await expire()
	const sweep = setInterval(() => void expire().catch((fault: unknown) => log(`objects: ${String(fault)}`)), SWEEP_MS)
	sweep.unref()

	const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const url = new URL(request.url ?? '/', 'http://127.0.0.1')
		const [, name = '', key = ''] = /^\/([^/]+)\/?(.*)$/.exec(url.pathname) ?? []
		const place = open.get(name)
		const wanted = request.method === 'OPTIONS' ? request.headers['access-control-request-method'] : request.method
		const cors = corsHeaders(place?.bucket.cors ?? [], request.headers.origin, wanted ?? '')
		const answer = await answerRequest(
			request,
			{ url, key, bucket: name, objects: place?.objects, isFromSite: cors !== undefined },
			now(),
		).catch((fault: unknown) => refusal(fault, log))
		send(request, response, { ...answer, headers: { ...cors, ...answer.headers } })
	}
	const server = createServer((request, response) => void respond(request, response))
	// Longer than clients keep a connection idle.
	server.keepAliveTimeout = 65_000
	const bound = await listen(server, port, '127.0.0.1', '--s3-port')
	return {
		endpoint: `http://127.0.0.1:${bound}`,
		close: () =>
			new Promise((resolve) => {
				clearInterval(sweep)
				server.close(() => resolve())
				server.closeAllConnections()
			}),
	}
}

const refusal = (fault: unknown, log: (line: string) => void): Answer => {
	const error =
		fault instanceof S3Error ? fault : new S3Error('InternalError', 'The local object store failed; see its log.')
	if (error !== fault) log(`objects: ${String(fault)}`)
	return { status: error.status, headers: { 'content-type': 'application/xml' }, body: Buffer.from(error.xml) }
}

const send = (request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void => {
	if (response.destroyed) return
	const length = status === 204 || headers['content-length'] !== undefined ? {} : { 'content-length': body.length }
	response.writeHead(status, { ...headers, ...length })
	response.end(request.method === 'HEAD' ? undefined : body)
}
