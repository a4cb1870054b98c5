import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { isProblem, type Outcome } from '../../shared/contract/outcome.ts'

/** An outcome as API Gateway takes it (payload format 2.0). */
export const respond = (outcome: Outcome): APIGatewayProxyStructuredResultV2 => ({
	statusCode: outcome.status,
	headers: {
		'content-type': isProblem(outcome) ? 'application/problem+json' : 'application/json; charset=utf-8',
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff',
	},
	body: JSON.stringify(isProblem(outcome) ? outcome : outcome.body),
})
