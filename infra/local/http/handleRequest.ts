import type { Invoke } from '../lambda/invokeResult.ts'
import { type GatewayResponse, gatewayMessage, internalServerError, responseOf } from './gatewayResponse.ts'
import type { HttpApiDefinition } from './httpApiDefinition.ts'
import { type Authorize, createJwtAuthorizer } from './jwtAuthorizer.ts'
import { payloadEvent, type ReceivedRequest, splitTarget } from './payloadEvent.ts'
import { matchRoute } from './routes.ts'

export type HandleRequest = (request: ReceivedRequest) => Promise<GatewayResponse>

/**
 * The way of a request through the gateway: route, token, function, response. A function that fails or times out is an
 * internal error, one that is slower than the gateway waits is Service Unavailable, as on AWS.
 */
export const createRequestHandler = (api: HttpApiDefinition, functions: ReadonlyMap<string, Invoke>): HandleRequest => {
	const authorizers = new Map<object, Authorize>(
		api.routes.flatMap(({ authorizer }) => (authorizer ? [[authorizer, createJwtAuthorizer(authorizer)]] : [])),
	)
	return async (request) => {
		const match = matchRoute(api.routes, request.method, splitTarget(request.target).path)
		if (match === undefined) return gatewayMessage(404, 'Not Found')
		const { route, pathParameters } = match
		const authorize = route.authorizer && authorizers.get(route.authorizer)
		const authorization = await authorize?.(request.headers.authorization, request.at)
		if (authorization?.granted === false) return authorization.response
		const invoke = functions.get(route.functionArn)
		if (invoke === undefined) return internalServerError
		const claims = authorization?.claims
		const event = payloadEvent(request, {
			apiId: api.apiId,
			routeKey: route.key,
			pathParameters,
			...(claims && { claims }),
		})
		const result = await within(route.timeout, invoke(event))
		if (result === 'too late') return gatewayMessage(503, 'Service Unavailable')
		return result.ok ? responseOf(result.payload) : internalServerError
	}
}

const within = async <Result>(ms: number, work: Promise<Result>): Promise<Result | 'too late'> => {
	let timer: NodeJS.Timeout | undefined
	const late = new Promise<'too late'>((resolve) => {
		timer = setTimeout(() => resolve('too late'), ms)
	})
	try {
		return await Promise.race([work, late])
	} finally {
		clearTimeout(timer)
	}
}
