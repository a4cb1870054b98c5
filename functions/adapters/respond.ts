import { createHash } from 'node:crypto'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { isProblem, type Outcome } from '../../shared/contract/outcome.ts'

/**
 * An outcome as API Gateway takes it (payload format 2.0). An answer carries a tag of its content; who has the same
 * already (`ifNoneMatch`) is told so and sent nothing, which is what pages that poll mostly hear.
 */
export const respond = (outcome: Outcome, ifNoneMatch = ''): APIGatewayProxyStructuredResultV2 => {
	const body = JSON.stringify(isProblem(outcome) ? outcome : outcome.body)
	const headers = {
		'content-type': isProblem(outcome) ? 'application/problem+json' : 'application/json; charset=utf-8',
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff',
	}
	if (outcome.status !== 200 || body === undefined) return { statusCode: outcome.status, headers, body }
	const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
	if (ifNoneMatch.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag))
		return { statusCode: 304, headers: { etag, 'cache-control': 'no-store' } }
	return { statusCode: 200, headers: { ...headers, etag }, body }
}
