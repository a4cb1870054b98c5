import middy from '@middy/core'
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { shanghaiDay } from '../../shared/domain/time/shanghai.ts'
import { compressed } from '../adapters/http/compressed.ts'
import { problems } from '../adapters/http/problems.ts'
import { respond } from '../adapters/http/respond.ts'
import { logged } from '../adapters/lambda/log.ts'
import { dispatch } from './http/dispatch.ts'
import { placed, viewerOf } from './http/viewer.ts'
import { routesOn } from './rooms.ts'
import { wiredApi } from './wiring.ts'

const { ports, claimNames } = wiredApi()
const routesAt = routesOn(ports)

export const handler = middy<APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2>()
	.use(logged())
	.use(problems())
	.handler(async ({ requestContext, rawPath, headers, queryStringParameters, body, isBase64Encoded }) => {
		const query: Record<string, string> = {}
		for (const [name, value] of Object.entries(queryStringParameters ?? {}))
			if (value !== undefined) query[name] = value
		const text = body !== undefined && isBase64Encoded ? Buffer.from(body, 'base64').toString() : body
		const claimed = viewerOf(requestContext.authorizer?.jwt?.claims, claimNames)
		const isLocal = claimed.role === 'village' || claimed.role === 'head'
		const viewer = isLocal
			? placed(claimed, (await ports.registry.current()).courtyards, shanghaiDay(Date.now()))
			: claimed
		const { method, sourceIp: address } = requestContext.http
		const outcome = await dispatch(await routesAt(rawPath), {
			method,
			path: rawPath,
			headers,
			query,
			body: text,
			viewer,
			address,
		})
		return compressed(
			respond(outcome, method === 'GET' ? headers['if-none-match'] : undefined),
			headers['accept-encoding'],
		)
	})
