import type middy from '@middy/core'
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { internal } from '../../../shared/contract/http/outcome.ts'
import { log } from '../lambda/log.ts'
import { respond } from './respond.ts'

type Event = Partial<APIGatewayProxyEventV2WithJWTAuthorizer>

/** The one way a fault leaves the API: noted in full, answered without internals. */
export const problems = (): middy.MiddlewareObj<Event, APIGatewayProxyStructuredResultV2> => ({
	onError: (request) => {
		log.error('request failed', request.error, { route: request.event.routeKey, path: request.event.rawPath })
		request.response = respond(internal())
	},
})
