import type { IncomingHttpHeaders } from 'node:http'
import { S3Error } from './s3Error.ts'
import { ALGORITHM, instantOf, requireSignature, scopeOf, sha256 } from './signature.ts'

const CLOCK_SKEW_MS = 15 * 60_000
const LONGEST_MS = 7 * 86_400_000
const UNSIGNED = 'UNSIGNED-PAYLOAD'

export interface SignedRequest {
	readonly method: string
	readonly path: string
	readonly query: URLSearchParams
	readonly headers: IncomingHttpHeaders
}

/**
 * Checks who signed a request, in its header `Authorization` or in its address, and that it is not too late.
 * @returns the SHA-256 that the content must have; undefined where the content was not signed
 * @throws S3Error
 */
export const checkRequest = (request: SignedRequest, now: number): string | undefined => {
	if (request.query.has('X-Amz-Signature')) return checkAddress(request, now)
	const { authorization = '' } = request.headers
	const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
		authorization,
	)
	const [, credential, signedHeaders, signature] = parts ?? []
	if (credential === undefined || signedHeaders === undefined || signature === undefined)
		throw new S3Error('AccessDenied', 'Nothing here is for everybody: sign the request.')
	const date = one(request.headers['x-amz-date'])
	if (Math.abs(instantOf(date) - now) > CLOCK_SKEW_MS)
		throw new S3Error('AccessDenied', 'The clocks differ by more than 15 minutes.')
	const hash = one(request.headers['x-amz-content-sha256'])
	check(request, { credential, signedHeaders, signature, date, hash })
	return hash === UNSIGNED ? undefined : hash
}

const checkAddress = (request: SignedRequest, now: number): undefined => {
	const { query } = request
	const value = (name: string): string => query.get(`X-Amz-${name}`) ?? ''
	if (value('Algorithm') !== ALGORITHM) throw new S3Error('AccessDenied', `The algorithm should be ${ALGORITHM}.`)
	const signedAt = instantOf(value('Date'))
	const life = Number(value('Expires')) * 1000
	if (!(life > 0 && life <= LONGEST_MS)) throw new S3Error('AccessDenied', 'X-Amz-Expires is 1 second to 7 days.')
	if (now < signedAt - CLOCK_SKEW_MS || now >= signedAt + life) throw new S3Error('AccessDenied', 'Request has expired')
	const { method } = request
	if (method !== 'GET' && method !== 'HEAD') throw new S3Error('AccessDenied', 'An address is for reading here.')
	check(request, {
		credential: value('Credential'),
		signedHeaders: value('SignedHeaders'),
		signature: value('Signature'),
		date: value('Date'),
		hash: UNSIGNED,
	})
}

interface Said {
	readonly credential: string
	readonly signedHeaders: string
	readonly signature: string
	readonly date: string
	readonly hash: string
}

const check = ({ method, path, query, headers }: SignedRequest, said: Said): void => {
	const scope = scopeOf(said.credential)
	const names = said.signedHeaders.split(';')
	if (!names.includes('host') || scope.day !== said.date.slice(0, 8))
		throw new S3Error('AccessDenied', 'The signature should cover the host, on the day of its scope.')
	const canonical = [
		method,
		path,
		canonicalQuery(query),
		...names.map((name) => `${name}:${one(headers[name]).trim().replace(/ +/g, ' ')}`),
		'',
		said.signedHeaders,
		said.hash,
	].join('\n')
	const range = `${scope.day}/${scope.region}/s3/aws4_request`
	requireSignature(said.signature, [ALGORITHM, said.date, range, sha256(canonical)].join('\n'), scope)
}

const canonicalQuery = (query: URLSearchParams): string =>
	[...query]
		.filter(([name]) => name !== 'X-Amz-Signature')
		.map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
		.sort()
		.join('&')

const escaped = (text: string): string =>
	encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(',') : (value ?? ''))
