import { createHash, createHmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import * as z from '../../../shared/contract/zod.ts'

/** A bucket and who asks for its objects. */
export type Bucket = {
	name: string
	/** Where its objects are, without a slash at the end. */
	url: string
	region: string
	credentials: () => Promise<Credentials>
}
type HttpRequest = Parameters<SignatureV4['presign']>[0]
export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }

const Env = z.object({
	AWS_ACCESS_KEY_ID: z.string(),
	AWS_SECRET_ACCESS_KEY: z.string(),
	AWS_SESSION_TOKEN: z.optional(z.string()),
})

/** The credentials of the function's role, which Lambda keeps in its environment. */
export async function functionCredentials(): Promise<Credentials> {
	const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = Env.parse(process.env)
	const keys = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY }
	return AWS_SESSION_TOKEN === undefined ? keys : { ...keys, sessionToken: AWS_SESSION_TOKEN }
}

const TRIES = 3
const PATIENCE_MS = 8000

export const signerFor = ({ region, credentials }: Bucket): SignatureV4 =>
	// S3 alone signs a path as it is.
	new SignatureV4({ service: 's3', region, credentials, sha256: Sha256, uriEscapePath: false })

/** SHA-256, and HMAC where there is a key, in the form in which the signer asks for it. */
class Sha256 {
	readonly #hash

	constructor(key?: string | ArrayBuffer | ArrayBufferView) {
		this.#hash = key === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(key))
	}

	update(content: string | ArrayBuffer | ArrayBufferView): void {
		this.#hash.update(bytesOf(content))
	}

	async digest(): Promise<Uint8Array> {
		return this.#hash.digest()
	}
}

function bytesOf(content: string | ArrayBuffer | ArrayBufferView): Buffer {
	if (typeof content === 'string') return Buffer.from(content)
	if (content instanceof ArrayBuffer) return Buffer.from(content)
	return Buffer.from(content.buffer, content.byteOffset, content.byteLength)
}

/**
 * Asks S3 for something, signed by Signature Version 4. What S3 itself could not do is asked for again, twice at most.
 * @throws where there is no answer, or one that says that S3 is at fault
 */
export async function askS3(
	bucket: Bucket,
	method: 'GET' | 'HEAD' | 'PUT',
	path: string,
	now: number,
	{ headers = {}, body }: { headers?: Record<string, string>; body?: Uint8Array<ArrayBuffer> } = {},
): Promise<Response> {
	const address = `${bucket.url}/${path}`
	const signed = await signerFor(bucket).sign(requestTo(address, method, headers, body), { signingDate: new Date(now) })
	for (let tried = 1; ; tried += 1) {
		const isLast = tried === TRIES
		try {
			const init = { method, headers: signed.headers, signal: AbortSignal.timeout(PATIENCE_MS) }
			const response = await fetch(address, body === undefined ? init : { ...init, body })
			if (response.status < 500) return response
			await response.body?.cancel()
			if (isLast) throw new Error(`S3 answered ${response.status} to ${method}`)
		} catch (fault) {
			if (isLast) throw fault
		}
	}
}

export function requestTo(
	address: string,
	method: string,
	headers: Record<string, string> = {},
	body?: Uint8Array,
): HttpRequest {
	const { protocol, hostname, port, host, pathname } = new URL(address)
	return {
		...{ method, protocol, hostname, query: {} },
		...(port === '' ? {} : { port: Number(port) }),
		path: pathname,
		headers: { ...headers, host },
		...(body === undefined ? {} : { body }),
	}
}
