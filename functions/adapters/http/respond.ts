import { createHash } from 'node:crypto'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { isProblem, type Outcome, type OutcomeFile } from '../../../shared/contract/http/outcome.ts'

const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/**
 * An outcome as API Gateway takes it (payload format 2.0). A JSON answer carries a tag of its content; who has the same
 * already (`ifNoneMatch`) is told so and sent nothing, which is what pages that poll mostly hear. Where the use case gives
 * a tag of its own, a version to be named in `If-Match`, the words around it may have changed: it is always sent in full.
 */
export const respond = (outcome: Outcome, ifNoneMatch = ''): APIGatewayProxyStructuredResultV2 => {
	if (!isProblem(outcome) && outcome.file) return { statusCode: outcome.status, ...fileOf(outcome.file) }
	const body = JSON.stringify(isProblem(outcome) ? outcome : outcome.body)
	const given: Readonly<Record<string, string>> = isProblem(outcome)
		? retryAfter(outcome.retryAfter)
		: (outcome.headers ?? {})
	const headers = {
		'content-type': isProblem(outcome) ? 'application/problem+json' : 'application/json; charset=utf-8',
		...always,
		...given,
	}
	if (outcome.status !== 200 || body === undefined || given.etag !== undefined)
		return { statusCode: outcome.status, headers, body }
	const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
	if (ifNoneMatch.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag))
		return { statusCode: 304, headers: { etag, 'cache-control': 'no-store' } }
	return { statusCode: 200, headers: { ...headers, etag }, body }
}

/** Bytes go through the gateway as base64, text as it is. A page that we made loads nothing and runs nothing. */
function fileOf({ type, content, name }: OutcomeFile): Omit<APIGatewayProxyStructuredResultV2, 'statusCode'> {
	const isText = typeof content === 'string'
	return {
		headers: {
			'content-type': type,
			...always,
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
			...(name === undefined ? {} : { 'content-disposition': `attachment; filename="${name}"` }),
		},
		body: isText ? content : Buffer.from(content).toString('base64'),
		isBase64Encoded: !isText,
	}
}

const retryAfter = (seconds: number | undefined): Record<string, string> =>
	seconds === undefined ? {} : { 'retry-after': String(seconds) }
